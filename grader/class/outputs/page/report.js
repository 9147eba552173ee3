// @ts-check
/*
 * Sorts the heat map, walks it by arrow keys, and opens the checks behind a square. Everything that it shows goes in
 * as text; nothing is parsed as HTML.
 */
(() => {
  /** @typedef {{ id: string, title: string, max: number, checks: [string, string, string][] }} Exercise */
  /** @type {{ exercises: Exercise[], students: [string, string, number][], scores: (number | null)[][], verdicts: number[][][], findings: number[][], texts: string[] }} */
  const data = JSON.parse(document.getElementById("data")?.textContent ?? "null");
  const map = /** @type {HTMLTableElement} */ (document.getElementById("map"));
  const [body] = map.tBodies;
  const [head] = map.tHead?.rows ?? [];
  if (body === undefined || head === undefined) return;

  /** @param {string} tag @param {string} text @param {Record<string, string>} attributes */
  const element = (tag, text = "", attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  /** @param {HTMLElement} row */
  const studentOf = (row) => Number(row.dataset.s);
  const firstExercise = 2;
  const startOrder = [...head.cells].slice(firstExercise).map((cell) => Number(cell.dataset.e));
  let order = startOrder;

  // Sorting by a column: numbers fall, names rise; the other way at the second press.
  /** @type {HTMLTableCellElement | undefined} */
  let sorted;
  let falls = true;
  /** @param {HTMLTableCellElement} cell */
  const sortBy = (cell) => {
    const isName = cell.dataset.sort === "name";
    falls = sorted === cell ? !falls : !isName;
    sorted = cell;
    const scores = cell.dataset.e === undefined ? undefined : data.scores[Number(cell.dataset.e)];
    /** @param {number} s */
    const value = (s) => (scores === undefined ? (data.students[s]?.[2] ?? 0) : (scores[s] ?? 0));
    const rows = [...body.rows].sort((a, b) => {
      const [x, y] = [studentOf(a), studentOf(b)];
      const names = (data.students[x]?.[0] ?? "").localeCompare(data.students[y]?.[0] ?? "");
      const difference = isName ? names : value(x) - value(y);
      return (falls ? -difference : difference) || x - y;
    });
    body.append(...rows);
    for (const each of head.cells) each.removeAttribute("aria-sort");
    cell.setAttribute("aria-sort", falls ? "descending" : "ascending");
  };
  for (const cell of head.cells) {
    const label = cell.firstChild?.textContent ?? "";
    const button = element("button", label, { type: "button", title: `Sort by ${cell.title || label}` });
    button.addEventListener("click", () => sortBy(cell));
    cell.firstChild?.replaceWith(button);
  }

  /** @param {number[]} next indices of exercises */
  const arrange = (next) => {
    const from = next.map((e) => firstExercise + order.indexOf(e));
    map.hidden = true;
    for (const row of [head, ...body.rows])
      row.append(...from.map((i) => /** @type {Node} */ (row.cells[i])));
    map.hidden = false;
    order = next;
  };

  const tools = document.getElementById("map-tools");
  if (tools !== null) {
    const columns = element("select");
    columns.append(element("option", "hardest first"), element("option", "in the order of the course"));
    columns.addEventListener("change", () => {
      const isCourse = /** @type {HTMLSelectElement} */ (columns).selectedIndex === 1;
      arrange(isCourse ? data.exercises.map((_, i) => i) : startOrder);
    });
    const search = element("input", "", { type: "search", autocomplete: "off" });
    search.addEventListener("input", () => {
      const wanted = /** @type {HTMLInputElement} */ (search).value.trim().toLowerCase();
      for (const row of body.rows)
        row.hidden = !(row.cells[0]?.textContent ?? "").toLowerCase().includes(wanted);
    });
    for (const [text, control] of /** @type {[string, HTMLElement][]} */ ([
      ["Exercises ", columns],
      ["Find a student ", search],
    ])) {
      const label = element("label", text);
      label.append(control);
      tools.append(label);
    }
    tools.append(
      element("span", "Arrow keys walk the map; Enter opens the checks of a square.", { class: "soft" }),
    );
    tools.hidden = false;
  }

  // One square of each grid is in the order of tabs; arrow keys lead to the others.
  /** @param {HTMLTableElement} table @param {number} first @param {(cell: HTMLTableCellElement) => void} open */
  const walk = (table, first, open) => {
    table.setAttribute("role", "grid");
    /** @type {HTMLTableCellElement | undefined} */
    let current;
    /** @param {HTMLTableCellElement | undefined} cell */
    const take = (cell) => {
      if (cell === undefined) return;
      if (current !== undefined) current.tabIndex = -1;
      current = cell;
      cell.tabIndex = 0;
    };
    const rows = () => [...(table.tBodies[0]?.rows ?? [])].filter((row) => !row.hidden);
    take(rows()[0]?.cells[first]);
    table.addEventListener("click", (event) => {
      const cell = /** @type {HTMLElement} */ (event.target).closest("td");
      if (cell === null || cell.cellIndex < first) return;
      take(cell);
      cell.focus();
      open(cell);
    });
    table.addEventListener("keydown", (event) => {
      const cell = /** @type {HTMLElement} */ (event.target).closest("td");
      if (cell === null || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        open(cell);
        return;
      }
      /** @type {Record<string, [number, number]>} */
      const moves = {
        ArrowUp: [-1, 0],
        ArrowDown: [1, 0],
        ArrowLeft: [0, -1],
        ArrowRight: [0, 1],
        PageUp: [-10, 0],
        PageDown: [10, 0],
        Home: [0, -1e6],
        End: [0, 1e6],
      };
      const move = moves[event.key];
      if (move === undefined) return;
      event.preventDefault();
      const all = rows();
      const at = all.indexOf(/** @type {HTMLTableRowElement} */ (cell.parentElement));
      const row = all[Math.min(all.length - 1, Math.max(0, at + move[0]))];
      const last = (row?.cells.length ?? 1) - 1;
      take(row?.cells[Math.min(last, Math.max(first, cell.cellIndex + move[1]))]);
      current?.focus();
    });
  };

  const drill = document.getElementById("drill");
  const checks = document.getElementById("checks");
  const finding = document.getElementById("finding");
  const choice = /** @type {HTMLSelectElement | null} */ (document.getElementById("drill-exercise"));
  if (drill === null || checks === null || finding === null || choice === null) return;
  drill.hidden = false;
  /** @type {Record<string, [string, string, string]>} */
  const signs = {
    p: ["✓", "f", "passed"],
    f: ["✗", "z", "falls short"],
    s: ["~", "v", "skipped"],
    i: ["?", "h", "inconclusive"],
    "-": ["–", "v", "not there"],
  };

  /** @param {number} s @param {number} e @param {number} index */
  const show = (s, e, index) => {
    const [name = "", file = ""] = data.students[s] ?? [];
    const exercise = /** @type {Exercise} */ (data.exercises[e]);
    const [packed = 0, ...found] = data.verdicts[e]?.[s] ?? [];
    const [fn = "", kind = "", claim = ""] = exercise.checks[index] ?? [];
    const title = element("h3", `${name}, ${exercise.id} ${fn} ${kind}`);
    const link = element("a", "the student's page", { href: `students/${file}.html#${exercise.id}` });
    const whole = element("p");
    whole.append(link);
    const parts = [title];
    const letters = packed < 0 ? "" : (data.texts[packed] ?? "");
    const before = [...letters.slice(0, index)].filter((letter) => /[A-Z]/.test(letter)).length;
    const chosen = /[A-Z]/.test(letters[index] ?? "") ? data.findings[found[before] ?? -1] : undefined;
    if (packed < 0) parts.push(element("p", data.texts[~packed]));
    else if (chosen === undefined)
      parts.push(element("p", `${signs[(letters[index] ?? "-").toLowerCase()]?.[2]}: ${claim}`));
    else {
      const [heading, message, mistake, read, call, yours, expected, line] = chosen.map(
        (i) => data.texts[i] ?? "",
      );
      parts.push(
        element(
          "p",
          `${heading}${mistake === "" ? "" : `: ${mistake}`}${line === "" ? "" : `, line ${line}`}`,
          { class: "short" },
        ),
      );
      const shown = [
        call,
        yours === "" ? "" : `yours     ${yours}`,
        expected === "" ? "" : `expected  ${expected}`,
      ].filter((text) => text !== "");
      if (shown.length > 0) parts.push(element("pre", shown.join("\n")));
      if (message !== "") parts.push(element("p", message));
      if (read !== "") parts.push(element("p", `Read ${read}`));
    }
    finding.replaceChildren(...parts, whole);
  };

  /** @param {number} e */
  const fill = (e) => {
    const exercise = /** @type {Exercise} */ (data.exercises[e]);
    const table = /** @type {HTMLTableElement} */ (element("table", "", { class: "map", id: "check-map" }));
    const top = table.createTHead().insertRow();
    top.append(element("th", "Student", { scope: "col" }), element("th", "Points", { scope: "col" }));
    for (const [fn, kind, title] of exercise.checks) {
      const cell = element("th", fn, { scope: "col", title: `${fn} ${kind}: ${title}` });
      cell.append(element("br"), kind);
      top.append(cell);
    }
    const rows = table.createTBody();
    for (const line of body.rows) {
      const s = studentOf(line);
      const row = rows.insertRow();
      row.dataset.s = String(s);
      row.append(
        element("th", data.students[s]?.[0], { scope: "row" }),
        element("td", String(data.scores[e]?.[s] ?? "–"), { class: "n" }),
      );
      const packed = data.verdicts[e]?.[s]?.[0] ?? 0;
      const letters = packed < 0 ? "-".repeat(exercise.checks.length) : (data.texts[packed] ?? "");
      for (const letter of letters) {
        const [sign = "", shade = "", says = ""] = signs[letter.toLowerCase()] ?? [];
        row.append(element("td", sign, { class: shade, title: says }));
      }
    }
    checks.replaceChildren(table);
    finding.replaceChildren();
    walk(table, firstExercise, (cell) =>
      show(studentOf(/** @type {HTMLElement} */ (cell.parentElement)), e, cell.cellIndex - firstExercise),
    );
  };
  // Only when somebody looks: for a large class this table has thousands of squares, too.
  let filled = -1;
  const want = () => {
    if (filled === choice.selectedIndex) return;
    filled = choice.selectedIndex;
    fill(filled);
  };
  choice.addEventListener("change", want);
  new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && want(), {
    rootMargin: "200px",
  }).observe(checks);

  walk(map, firstExercise, (cell) => {
    const s = studentOf(/** @type {HTMLElement} */ (cell.parentElement));
    const e = order[cell.cellIndex - firstExercise] ?? 0;
    choice.selectedIndex = e;
    want();
    const letters = data.texts[data.verdicts[e]?.[s]?.[0] ?? -1] ?? "";
    const index = Math.max(0, letters.search(/[A-Z]/));
    show(s, e, index);
    const row = checks.querySelector(`tr[data-s="${s}"]`);
    const target = /** @type {HTMLElement | undefined} */ (
      /** @type {HTMLTableRowElement | null} */ (row)?.cells[firstExercise + index]
    );
    target?.click();
    drill.scrollIntoView({ block: "start" });
  });
})();
