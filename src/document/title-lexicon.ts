import { adverbs, closers, list, openers, terms } from './title-words.ts';

/**
 * Words of two and three characters that stand in the titles of official documents: what a title is cut into. A list of
 * our own, because dictionaries that come with a program or a system differ from one version to the next, and a title
 * must break alike on every machine.
 */
const common = list(`
  中央 国家 全国 全省 全市 全县 全镇 全乡 省级 市级 县级 乡镇 镇级 村级 组级 基层 农村 城乡 城镇 城市 镇区 社区 村庄 村组 村镇 农户 农民 居民 村民 群众 职工 党员 干部 人员 人才 人口 家庭 儿童 妇女 青年 学生 教师 医生 企业 单位 部门 机关 机构 组织 团体 协会 学校 校园 医院 卫生院 幼儿园 敬老院 超市
  市场 商户 景区 工地 工程 项目 设施 设备 设计 技术 技能 科技 科学 数字 数据 网络 信息 信用 信访 舆情 电子 平台 系统 软件 档案 文件 公文 文书 文化 文明 文艺 文物 体育 教育 卫生 健康 医疗 药品 食品 食堂 餐饮 饮食 营养 产品 商品 物资 物业 房屋 住房 住宅 危房 农房 厂房 厕所 户厕 广场 公园 绿化 绿地 道路 公路 铁路 桥梁 交通 运输 车辆 客运 货运 公交 停车场
  电力 电网 供电 用电 供水 用水 节水 饮水 饮用水 自来水 水源 水源地 水利 水库 水库移民 水渠 水井 灌溉 灌区 河道 河流 水系 水域 水质 水资源 排水 污水 污水处理厂 雨水 洪水 暴雨 强降雨 降雨 降雪 寒潮 高温 大风 冰雹 干旱 旱情 汛情 灾情 灾害 灾后 灾民 地震 火灾 火源 火情 山洪 滑坡 抢险 救援 救灾 救助 应急 预警 预报 避险 转移 安置 重建 恢复 修复 抢修
  土地 土壤 耕地 农田 林地 草地 湿地 荒山 林木 林业 林权 森林 草原 草木 植树造林 植树 造林 树木 古树 名木 苗木 果树 果业 苹果 红枣 核桃 花椒 蔬菜 粮食 小麦 玉米 大豆 棉花 油料 种子 种植 种植业 化肥 农药 农膜 地膜 农资 农机 农具 农业 农产品 畜牧 畜禽 养殖 养殖场 生猪 牛羊 家禽 防疫 免疫 检疫 疫病 疫情 疫苗 屠宰 饲料 秸秆 禁烧 焚烧 垃圾 废弃物 粪污 畜禽粪污 塑料 噪声 扬尘 油烟 烟尘 烟花 爆竹 禁放 禁燃 禁燃区 散煤 燃煤 锅炉 燃气 煤气 天然气 煤炭 矿山 砂石 采砂 采矿 能源 光伏 清洁 节能 减排 环保 环境 生态 大气 空气 碳达峰 碳中和 蓝天 碧水 净土
  安全 生产 消防 事故 隐患 风险 重大 特大 危险 危险化学品 危化品 特种设备 电动自行车 电动车 三轮车 机动车 驾驶 交通安全 治安 平安 综治 司法 法治 法律 法规 法院 检察 执法 普法 调解 纠纷 矛盾 信访 维稳 稳定 犯罪 诈骗 养老诈骗 电信诈骗 赌博 毒品 邪教 宗教 民族 民政 民生 民主 民意 民兵 征兵 兵役 国防 双拥 优抚 优抚对象 军人 军属 烈士 英烈 荣军
  财政 财务 财产 资金 资产 资源 资本 预算 决算 收入 支出 经费 经济 税收 税务 金融 信贷 贷款 债务 化债 保险 补助 补贴 奖补 奖励 奖金 津贴 工资 薪酬 待遇 费用 收费 缴费 参保 社保 社会 社会保障 低保 五保 特困 困境 困难 贫困 残疾 老龄 老人 养老 托幼 托育 婚姻 婚俗 殡葬 丧葬 彩礼 高价 人情 攀比 陋习 迷信 移民 搬迁 征地 征地拆迁 拆迁 拆除 征收 补偿 赔偿 确权 登记 颁证 发证 证照 许可 审批 备案 公示 公开 公告 公布 公章 印章 用章 招标 投标 招投标 采购 合同 协议 承包 发包 租赁 出租 转让 流转 交易 价格 质量 计量 标准 品牌 商标 专利
  党委 党组 党组织 党总支 党小组 党代表 党费 党课 党纪 党风 党史 党性 党校 党务 政治 政府 政务 政策 政法 政协 人大 人大代表 代表 代表大会 委员 团委 工会 妇联 共青团 武装 统战 宣传 纪检 纪委 监委 监察 监督 巡视 巡察 审计 督查 督办 督导 督察 检查 检验 检测 检修 核查 核实 核定 核对 清查 清理 清收 清退 清洁 排查 摸排 摸底 普查 调查 调研 统计 测绘 监测 监控 监管 巡查 巡护 巡逻 考核 考评 考察 考试 评价 评议 评估 评审 评定 评比 测评 验收 竣工 竣工验收 移交 管护 维护 维修 养护 看护 保护 保障 保密 保洁
  作风 纪律 廉洁 清廉 廉政 腐败 反腐败 反腐 不正之风 形式主义 官僚主义 违纪 违法 违规 违建 违章 处分 给予 记过 警告 关于 撤职 免职 任免 任命 任职 职务 职责 职能 职称 岗位 编制 机构改革 人事 选举 换届 选派 选任 推荐 推选 提名 候选人 选民 代表资格 审查 审核 审定 表彰 表扬 通报表扬 先进 典型 模范 标兵 荣誉 称号 优秀 最美 好人 道德 诚信 志愿 志愿者 志愿服务 公益 慈善 捐赠 捐款
  春季 夏季 秋季 冬季 春耕 夏收 秋收 冬春 秋冬季 冬春季 春运 今冬明春 当前 近期 今年 明年 去年 日常 常态化 长期 长效 中期 中长期 短期 应届 历年 上旬 中旬 下旬 季度 月度 双节 两节 两会 假期 暑期 寒假 高考 中考 开学 五年 三年 十四五 十五五 百日 百日行动 专项 专题 专门 专业 重点 重要 重大 主要 基本 基础 一般 特别 特殊 临时 暂行 试行 紧急 补充 有关 相关 部分 若干 各类 各项 各级 各村 全体 全员 全域 全程 全民 综合 联合 协同 协调 协作 合作 共同 共建 共享 集中 统一 定期 动态 静态 分类 分级 分区 分片 包村 包户 包联 驻村 入户 到户 到人
  体系 体制 机制 制度 规章 规则 规程 规定 规划 总体规划 计划 方案 预案 草案 办法 细则 条例 章程 公约 准则 守则 指南 指引 手册 清单 名单 名录 目录 台账 报表 年报 简报 信息报送 材料 资料 文本 样本 经验 做法 成果 成效 效果 绩效 目标 任务 指标 措施 举措 要求 原则 意见 建议 议案 提案 决议 决定 命令 倡议书 公开信 承诺书 通知书 任务书 责任书 协议书 说明 解读 问答 函 答复
  工作 活动 行动 运动 会战 攻坚 攻坚战 战役 会议 大会 全会 例会 座谈会 培训 培训班 讲座 讲话 精神 思想 理论 学习 宣讲 演练 演习 竞赛 比赛 大赛 展览 展销 庆祝 纪念 周年 仪式 典礼 启动 启动仪式 部署 安排 调度 落实 贯彻 贯彻落实 执行 实施 施行 推行 推广 推进 推动 促进 提升 提高 改善 改造 改革 改建 改扩建 扩建 新建 修建 建成 建设 建立 建造 搭建 组建 设立 设置 成立 撤销 撤并 合并 调整 变更 修改 修订 废止 清零 销号 整改 整治 整顿 整合 整理 治理 管理 管控 管制 控制 防控 防治 防范 防护 预防 遏制 打击 查处 处置 处理 处罚 追究 问责 追责 化解 解决 解除 帮扶 帮教 帮办 代办 办理 办案 服务 便民 便民服务 惠民 利民 富民 强村 兴业 就业 创业 务工 劳务 劳动 劳动力 招聘 用工 拖欠 讨薪 权益 维权 保护区 示范 示范村 示范点 示范户 试点 样板 样板村 精品村 重点村 中心村 空心村 行政村 自然村 村民小组 小组 中心 站点 服务站 服务中心 大厅 窗口 阵地 场所 书屋 礼堂 祠堂 展馆 馆 基地 园区 开发区 产业 产业园 产业链 特色 特色产业 主导 支柱 龙头 结构 布局 转型 升级 转型升级 振兴 发展 开发 创新 创建 创业园 创优 争创 争先 评优 评先 达标 合格 规范 规范化 标准化 信息化 数字化 智慧 智能 现代化 高效 优质 绿色 低碳 循环 有机 生物 多样性 野生动物 野生植物 物种 外来 入侵
  国民经济 社会发展 第一产业 第二产业 第三产业 固定资产 投资 消费 出口 外贸 商务 电商 电子商务 物流 快递 邮政 通信 基站 宽带 广播 电视 广播电视 应急广播 气象 地质 地名 区划 界线 门牌 路灯 亮化 美化 硬化 净化 拓宽 拆墙 透绿 风貌 街道 街巷 集市 集贸 农贸市场 市容 占道 经营 摊点 广告 牌匾 商铺 门店 宾馆 民宿 旅游 乡村旅游 文旅 非遗 遗产 传统 传统村落 村落 古村 古建筑 革命 红色 旧址 纪念馆
  安全生产月 防灾 减灾 救护 急救 献血 无偿献血 接种 体检 筛查 诊疗 结核病 艾滋病 传染病 慢性病 地方病 精神障碍 心理 计生 生育 优生 母婴 婴幼儿 老年 适龄 入学 入园 招生 毕业生 助学 资助 营养餐 食育 防溺水 溺水 欺凌 近视 防控工作 护苗 净网 扫黄打非 作业 现场 现行 启用 停用 更换 公章启用 更名 迁址 选址 用地 占地 建房 宅院 庭院 院落 圈舍 坑塘 沟渠 边沟 路域 沿线 沿路 沿河 周边 环境卫生 连片 成片 撂荒 复耕 复垦 轮作 休耕 间作 非农化 非粮化 大棚房 两违 三农 四议 两委 村委 村委会 支委 监委会 村财乡管 村账镇管 等同志 同志 代表团 考察团 工作组 工作队 突击队 服务队 巡逻队 网格 网格员 楼院 小区 物管 业主 业委会 租户 流动人口 外来人员 返乡 返乡人员 农民工 致富 致富带头人 带头人 能人 乡贤 新农人 职业农民 学员 讲师 专家 顾问 律师 法律顾问 公证 仲裁 诉讼 行政 行政复议 复议 行政执法 行政处罚 规范性文件 权责清单 负面清单 互联网 大数据 云平台 小程序 公众号
`);

/** Characters that are words by themselves, and those that stand before or behind a word as part of no other. */
const single = list(
  '的 和 与 及 暨 或 对 为 在 于 同 向 从 由 把 将 被 按 以 等 并 各 本 我 该 全 镇 乡 县 市 省 村 区 新 旧 无 非 后 前 中 上 下 内 外 间 给 让 至',
);

/** All words a title is cut into. */
export const lexicon: ReadonlySet<string> = new Set([
  ...terms,
  ...openers,
  ...adverbs,
  ...closers,
  ...common,
  ...single,
]);

const longest = Math.max(...[...lexicon].map(({ length }) => length));

/** A word of a text: where it begins and ends, and whether it is in the list. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly known: boolean;
}

const chinese = /^\p{sc=Han}$/u;

/** What cutting costs: a word, and a character of none. */
const costs = { word: 1, unknown: 1.6 } as const;

/**
 * Cuts a text into the fewest words, those of the list and `names`; characters of none that stand together are one word,
 * marks and digits stand each by itself. Of two ways with as many, the one whose last word is longer.
 */
export function wordsOf(text: string, names: readonly string[]): readonly Word[] {
  const named = names.filter((name) => text.includes(name));
  const reach = Math.max(longest, ...named.map(({ length }) => length));
  const best: { readonly cost: number; readonly from: number; readonly known: boolean }[] = [
    { cost: 0, from: 0, known: true },
  ];
  for (let end = 1; end <= text.length; end++) {
    const known = !chinese.test(text.charAt(end - 1));
    const alone = known ? costs.word : costs.unknown;
    let here = { cost: (best[end - 1]?.cost ?? 0) + alone, from: end - 1, known };
    for (let start = end - 1; start >= Math.max(0, end - reach); start--) {
      const word = text.slice(start, end);
      const isName = named.includes(word);
      if (!isName && !lexicon.has(word)) continue;
      const cost = (best[start]?.cost ?? 0) + (isName ? 0 : costs.word);
      if (cost <= here.cost) here = { cost, from: start, known: true };
    }
    best.push(here);
  }
  const words: Word[] = [];
  for (let end = text.length; end > 0; ) {
    const { from, known } = best[end] ?? { from: end - 1, known: false };
    const next = words[0];
    if (!known && next !== undefined && !next.known) words[0] = { ...next, start: from };
    else words.unshift({ start: from, end, known });
    end = from;
  }
  return words;
}
