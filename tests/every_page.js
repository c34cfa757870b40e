// What the tests look at on a page that is open; each function is called by its name.
({
  // What stands alone on a page: where links lead, what can be linked to, and what breaks a rule that no checker has.
  look() {
    const broken = [];
    const all = (what) => [...document.querySelectorAll(what)];
    for (const table of all("table")) {
      if (!table.caption || !table.caption.textContent.trim()) broken.push("a table without a caption");
      for (const cell of table.querySelectorAll("th")) if (!cell.scope) broken.push("a heading without a scope");
    }
    let above = 0;
    for (const heading of all("h1, h2, h3, h4, h5, h6")) {
      const level = Number(heading.tagName[1]);
      if (level > above + 1) broken.push(`h${level} after h${above}: ${heading.textContent}`);
      above = level;
    }
    for (const one of all("img, svg, [role=img]")) {
      const words = [one.alt, one.ariaLabel, one.querySelector("title")?.textContent].join(" ");
      if (/No description has been provided/.test(words)) broken.push("nbconvert's words for no words");
      if (one.matches("[role=img], img") && !one.closest("[aria-hidden=true]") && !words.trim()
          && !one.getAttribute("aria-labelledby")) broken.push("a picture without words");
    }
    const policy = document.querySelector("meta[http-equiv='Content-Security-Policy']")?.content ?? "";
    if (!policy.includes("default-src 'none'") || policy.includes("script-src")) broken.push(`policy: ${policy}`);
    return { broken, links: all("a[href]").map((a) => a.href), ids: all("[id]").map((one) => one.id) };
  },
  // Stops of the keyboard, one of each kind: does the page show where the focus is?
  hidden_focus() {
    const kinds = new Map();
    for (const stop of document.querySelectorAll("a[href]:not([tabindex='-1']), summary, [tabindex='0']")) {
      if (!stop.checkVisibility()) continue;
      const kind = stop.tagName + "." + stop.className + "<" + stop.parentElement.tagName + "." + stop.parentElement.className;
      if (!kinds.has(kind)) kinds.set(kind, stop);
    }
    const hidden = [];
    for (const [kind, stop] of kinds) {
      stop.focus({ focusVisible: true });
      const style = getComputedStyle(stop), box = stop.getBoundingClientRect();
      const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
      if (document.activeElement !== stop || !shown || box.width * box.height === 0) hidden.push(kind);
    }
    return hidden;
  },
  // What is cut off: text in a box that hides what does not fit.
  cut() {
    return [...document.querySelectorAll("main *, header *, nav *, footer *")].filter((one) => {
      const style = getComputedStyle(one);
      return one.children.length === 0 && one.textContent.trim() && one.clientWidth > 1 && !one.closest("svg")
        && [style.overflowX, style.overflowY].some((how) => how === "hidden" || how === "clip")
        && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1);
    }).map((one) => one.tagName + "." + one.className + ": " + one.textContent.slice(0, 40));
  },
  // Letter, word, line and paragraph spacing that readers may ask for (WCAG 2.2, 1.4.12).
  space() {
    const style = document.createElement("style");
    style.textContent = `* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }
      p { margin-bottom: 2em !important }`;
    document.head.append(style);
  },
  width() { return document.documentElement.scrollWidth },
  // Colours depend on what an element is and what it stands in: of rows, cards and items alike one is enough.
  thin_out() {
    const seen = new Set();
    const form = (one) => `${one.tagName}.${one.getAttribute("class")}[${one.getAttribute("style")}](${[...one.children].map(form).join("")})`;
    for (const one of document.querySelectorAll("article, tr, li, dl > div, section > *, main > *")) {
      if (one.querySelector("h1")) continue;
      const within = one.parentElement ? `${one.parentElement.tagName}.${one.parentElement.className}` : "";
      const name = within + form(one);
      if (seen.has(name)) one.remove(); else seen.add(name);
    }
  },
  // axe-core: the rules of WCAG 2.2 A and AA and of best practice that are named, or all but those.
  async axe({ only, without }) {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const rules = Object.fromEntries((without ?? []).map((rule) => [rule, { enabled: false }]));
    const which = only ? { type: "rule", values: only } : { type: "tag", values: tags };
    const found = await axe.run(document, { runOnly: which, rules, resultTypes: ["violations"],
      selectors: false, elementRef: false, iframes: false, preload: false });
    return found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html.slice(0, 120)}`);
  },
})
