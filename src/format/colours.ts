/** Red of 版头 §7.2.4, §7.2.7, as RRGGBB; the standard gives no value, custom is pure red. */
export const red = 'FF0000';

/** Everything else is black §5.2.4. */
export const black = '000000';
