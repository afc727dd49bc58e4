/** What a picture's own style sheet says of an element, as `property: value` pairs; later ones count. */
export type ClassRules = (element: Element) => readonly string[];

/** `@media` and the like, with what is in them. */
const conditional = /@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g;
const simple = /^([a-zA-Z]*)((?:\.[\w-]+)*)$/;

/**
 * Drawing programs write what paints as classes and a `<style>` that names them. A page has one set of classes for all that is
 * in it, so the rules are put into the elements themselves. Only names of elements and classes count; anything finer is left out.
 */
export function classRulesOf(root: Element): ClassRules {
  const rules: { readonly name: string; readonly classes: readonly string[]; readonly said: readonly string[] }[] = [];
  for (const style of root.querySelectorAll('style'))
    for (const [, selectors = '', body = ''] of (style.textContent ?? '').replace(/\/\*[\s\S]*?\*\//g, '').replace(conditional, '').matchAll(/([^{};]+)\{([^{}]*)\}/g))
      for (const selector of selectors.split(',')) {
        const [matched, name = '', classes = ''] = simple.exec(selector.trim()) ?? [];
        if (matched) rules.push({ name, classes: classes.split('.').filter(Boolean), said: body.split(';') });
      }
  // As in CSS, a rule of more classes counts over one of fewer, and among equals the later.
  rules.sort((a, b) => a.classes.length - b.classes.length);
  return (element) =>
    rules.flatMap(({ name, classes, said }) =>
      (name === '' || name === element.localName) && classes.every((one) => element.classList.contains(one)) ? said : []);
}
