import Handlebars from 'handlebars';
import type { Findings } from '../../diagnostics/findings.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { nowhere, type Place } from '../../diagnostics/place.ts';
import { Datum, phrase, type View, type Wording } from '../wording.ts';
import { type Compiled, type Compiler, compilePhrase, compileTemplate } from './compile.ts';
import { HelperFault, helpers } from './helpers.ts';
import { type PlainPath, phraseAt, plainPathOf } from './plain-path.ts';
import { blockNames } from './rewrite.ts';
import { hintFor, newRendering, ownValue, type Rendering, Runtime } from './runtime.ts';

/** Folder of the templates, as places name it. */
const folder = 'templates';
const extension = '.md';
const fileOf = (name: string): string => `${folder}/${name}${extension}`;

/** Stands for a template that a fault has made unavailable. */
const nothing = '（无）';

/**
 * The words of templates and table definitions, by Handlebars.
 *
 * `templates` holds the files below `templates/` by their path there, as `通知.md`, `方案内容/工作任务.md`; other
 * files than `.md` are left alone. Faults of syntax are reported now, faults of data when something is rendered:
 * each at its template, line and column, all of one rendering at once. `used` is told of each template when it is rendered,
 * by itself or from another one.
 */
export function createWording(
  templates: ReadonlyMap<string, string>,
  findings: Findings,
  used: (file: string) => void = () => undefined,
): Wording {
  const sources = new Map(
    [...templates]
      .filter(([path]) => path.endsWith(extension))
      .map(([path, source]) => [path.slice(0, -extension.length), normalised(source)]),
  );
  const compiler: Compiler = {
    engine: Handlebars.create(),
    runtime: new Runtime(findings),
    findings,
    helperNames: new Set(['模板', ...Object.keys(helpers)]),
    templateNames: new Set(sources.keys()),
    lines: [],
  };
  registerHelpers(compiler);
  const compiled = new Map(
    [...sources].map(([name, source]) => {
      const file = fileOf(name);
      return [name, telling(compileTemplate(compiler, file, source), () => used(file))];
    }),
  );
  compiler.engine.registerPartial(nothing, () => '');
  for (const [name, template] of compiled) compiler.engine.registerPartial(name, template ?? (() => ''));
  const phrases = new Map<string, Compiled | null>();
  const paths = new Map<string, PlainPath | null>();

  const renderPhrase: Wording['phrase'] = (source, context, place, locals) => {
    const rendering = newRendering('phrase', place);
    let template = phrases.get(source);
    if (template === undefined) {
      template = compiler.runtime.during(rendering, () => compilePhrase(compiler, source));
      // One that does not compile is reported wherever it stands.
      if (template !== null) phrases.set(source, template);
    }
    if (template === null) return null;
    const text = render(compiler, template, context, rendering, locals);
    return text === null ? null : phrase(text, rendering.firstDatum ?? place);
  };

  return {
    manuscript(name, context) {
      const template = compiled.get(name);
      if (template === undefined) reportMissing(compiler, name, nowhere);
      if (template === undefined || template === null) return null;
      const start: Place = { kind: 'file', file: fileOf(name), line: 1, column: 1 };
      const rendering = newRendering('manuscript', start);
      const source = render(compiler, template, context, rendering);
      return source === null ? null : { source, places: rendering.places, lines: compiler.lines };
    },

    phrase(source, context, place, locals) {
      let path = paths.get(source);
      if (path === undefined) {
        if (!source.includes('{{')) return phrase(source, place);
        path = plainPathOf(source, compiler.helperNames);
        paths.set(source, path);
      }
      const found = path === null ? null : phraseAt(path, context, locals ?? {}, place);
      return found ?? renderPhrase(source, context, place, locals);
    },

    value(path, context, place) {
      let value: unknown = context;
      for (const key of path.split('.')) {
        const next = ownValue(value, key);
        if (next === undefined) {
          const hint = hintFor(key, value);
          findings.report(
            'template/missing-field',
            `数据里没有“${path}”`,
            place,
            hint === null ? {} : { hint },
          );
          return undefined;
        }
        value = next;
      }
      return value;
    },
  };
}

/** A template that tells when it is rendered. */
const telling = (template: Compiled | null, used: () => void): Compiled | null =>
  template === null
    ? null
    : (context, options) => {
        used();
        return template(context, options);
      };

const normalised = (source: string): string => source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

/** Nothing of a prototype is ever looked up. */
const noPrototypes = {
  whitelist: Object.create(null) as Readonly<Record<string, boolean>>,
  defaultValue: false,
};

/**
 * What Handlebars hands a template that is called from another one. Called by itself, a template copies and wraps
 * all helpers anew each time; table cells are rendered by the thousand.
 */
const asPartial = ({ engine }: Compiler, data: View): Handlebars.RuntimeOptions => {
  const options = {
    partial: true,
    helpers: engine.helpers,
    partials: engine.partials,
    hooks: {},
    protoAccessControl: { properties: noPrototypes, methods: noPrototypes },
    data,
  };
  return options as Handlebars.RuntimeOptions;
};

function render(
  compiler: Compiler,
  template: Compiled,
  context: View,
  rendering: Rendering,
  locals?: View,
): string | null {
  const { runtime, findings } = compiler;
  try {
    const data = { root: context, ...locals };
    const text = runtime.during(rendering, () => template(context, asPartial(compiler, data)));
    return rendering.failed ? null : text;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    findings.report('template/syntax', '模板互相套用，没有尽头', rendering.place);
    return null;
  }
}

function reportMissing({ runtime, templateNames }: Compiler, name: string, place: Place): void {
  const hint = didYouMean(name, templateNames) ?? `有的模板：${[...templateNames].sort().join('、')}`;
  runtime.fail('template/missing', `没有模板“${name}”`, place, hint);
}

/** Handlebars hands a helper its arguments, the site first, then an object with the named ones. */
function registerHelpers(compiler: Compiler): void {
  const { engine, runtime } = compiler;
  engine.registerHelper('field', (site: number, base: unknown, ...rest: unknown[]) =>
    runtime.field(site, base, rest.slice(0, -1) as string[]),
  );
  engine.registerHelper('emit', (site: number, value: unknown) => runtime.emit(site, value));
  engine.registerHelper('模板', (site: number, ...rest: unknown[]) =>
    chosenTemplate(compiler, site, rest.slice(0, -1)),
  );
  for (const [name, helper] of Object.entries(helpers)) {
    engine.registerHelper(name, (site: number, ...rest: unknown[]) => {
      const args = rest.slice(0, -1);
      const { hash } = rest.at(-1) as Handlebars.HelperOptions;
      // A field already reported: nothing more to say.
      if (args.includes(undefined)) return undefined;
      try {
        return helper(args, hash);
      } catch (error) {
        if (!(error instanceof HelperFault)) throw error;
        const message = `“${runtime.expressionAt(site)}”：${error.message}`;
        runtime.fail('template/value', message, runtime.placeOf(site));
        return undefined;
      }
    });
  }
  registerBlocks(compiler);
}

/** Handlebars' own blocks, told their site; `unless` is `if` turned round, as there. */
function registerBlocks({ engine, runtime }: Compiler): void {
  const originals = { ...engine.helpers } as Readonly<Record<string, Handlebars.HelperDelegate>>;
  for (const name of blockNames) {
    const original = originals[name === 'unless' ? 'if' : name];
    if (original === undefined) throw new Error(`no block ${name}`);
    engine.registerHelper(name, function (this: unknown, ...all: unknown[]) {
      const [site, value, options] = all as [number, unknown, Handlebars.HelperOptions];
      if (name === 'each' && value !== undefined && value !== null && !Array.isArray(value)) {
        const message = `“${runtime.expressionAt(site)}”不是列表，不能用 {{#each}}`;
        runtime.fail('template/value', message, runtime.placeOf(site));
        return '';
      }
      const { fn, inverse } = options;
      return original.call(
        this,
        value,
        name === 'unless' ? { ...options, fn: inverse, inverse: fn } : options,
      );
    });
  }
}

/** `(模板 "附件" 内容)`: the template a name in the data chooses, as `附件/工作专班`. */
function chosenTemplate(compiler: Compiler, site: number, parts: readonly unknown[]): string {
  if (parts.includes(undefined)) return nothing;
  const name = parts.map(String).join('/');
  if (compiler.templateNames.has(name)) return name;
  const datum = parts.find((part) => part instanceof Datum);
  reportMissing(compiler, name, datum?.place ?? compiler.runtime.placeOf(site));
  return nothing;
}
