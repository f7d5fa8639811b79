"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const find = (id) => document.getElementById(id);
const cards = [...document.querySelectorAll(".finding")];
const marks = new Map(cards.map((_, number) => [number, []]));
for (const mark of document.querySelectorAll("mark"))
  for (const number of numbersOf(mark)) marks.get(number).push(mark);
let chosen = -1;
let decisions = new Map(Object.entries(data.decisions));

function numbersOf(mark) {
  return mark.dataset.f.split(" ").map(Number);
}

/* Decisions: what is known of a fingerprint is { state, note }; what is open and without a note is not kept. */

function decisionOf(number) {
  return decisions.get(data.findings[number].fingerprint) ?? { state: "open", note: "" };
}

function decide(number, change) {
  if (number < 0) return;
  const decision = { ...decisionOf(number), ...change };
  const mark = data.findings[number].fingerprint;
  /* What the page came with is reopened in so many words: it would come back otherwise. */
  if (decision.state === "open" && !decision.note && !Object.hasOwn(data.decisions, mark)) decisions.delete(mark);
  else decisions.set(mark, decision);
  keep();
  show(number);
  filter([number]);
}

function exported() {
  const listed = data.findings.flatMap(({ fingerprint, code, target, source }) => {
    const decision = decisions.get(fingerprint);
    return decision ? [{ fingerprint, ...decision, code, source, target }] : [];
  });
  const known = new Set(data.findings.map((each) => each.fingerprint));
  const others = [...decisions].filter(([mark]) => !known.has(mark)).map(([fingerprint, each]) => ({ fingerprint, ...each }));
  return JSON.stringify({ schema: data.schema, decisions: [...listed, ...others] }, null, 1) + "\n";
}

function keep() {
  try {
    localStorage.setItem(data.key, exported());
  } catch {
    /* A browser may keep nothing for pages opened from a file; the export is there for that. */
  }
  if (data.save) save();
}

let saving = Promise.resolve();
function save() {
  saving = saving.then(async () => {
    const headers = { "Content-Type": "application/json", "X-Review": data.token };
    const answer = await fetch(data.save, { method: "POST", headers, body: exported() }).catch(() => null);
    find("progress").dataset.saved = answer?.ok ? "saved" : "NOT saved: the reviewing program does not answer";
    tell();
  });
}

function take(text) {
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    read = {};
  }
  if (read.schema !== data.schema || !Array.isArray(read.decisions)) return false;
  for (const { fingerprint, state, note } of read.decisions)
    if (typeof fingerprint === "string" && ["open", "accepted", "false-alarm"].includes(state))
      decisions.set(fingerprint, { state, note: typeof note === "string" ? note : "" });
  return true;
}

/* What is shown. */

function show(number) {
  const { state, note } = decisionOf(number);
  const card = cards[number];
  card.dataset.state = state;
  card.querySelector(".state").textContent = state === "open" ? "" : state === "accepted" ? "✓ accepted" : "✗ false alarm";
  card.querySelector(".remark").textContent = note ? `Note: ${note}` : "";
  for (const mark of marks.get(number))
    mark.classList.toggle("decided", numbersOf(mark).every((each) => decisionOf(each).state === "false-alarm"));
  if (number === chosen) buttons();
}

function buttons() {
  const { state, note } = chosen < 0 ? { state: "", note: "" } : decisionOf(chosen);
  find("accept").setAttribute("aria-pressed", state === "accepted");
  find("alarm").setAttribute("aria-pressed", state === "false-alarm");
  for (const id of ["accept", "alarm", "reopen", "note"]) find(id).disabled = chosen < 0;
  if (document.activeElement !== find("note")) find("note").value = note;
}

/* Whether the filters, as they stand, leave a finding. */
function filters() {
  const levels = new Set([...document.querySelectorAll("#severities input:checked")].map((each) => each.value));
  const [code, state] = [find("code").value, find("state").value];
  return (number) => {
    const finding = data.findings[number];
    return levels.has(finding.severity) && (!code || code === finding.code) && (!state || state === decisionOf(number).state);
  };
}

function filter(numbers = cards.keys()) {
  const isShown = filters();
  for (const number of numbers) {
    cards[number].parentElement.hidden = !isShown(number) && number !== chosen;
    for (const mark of marks.get(number)) mark.classList.toggle("filtered", !numbersOf(mark).some(isShown));
  }
  find("none").hidden = cards.some((card) => !card.parentElement.hidden);
  tell();
}

function tell() {
  const decided = data.findings.filter((_, number) => decisionOf(number).state !== "open").length;
  const saved = find("progress").dataset.saved;
  find("progress").textContent = `${decided} of ${cards.length} decided${saved ? `; ${saved}` : ""}`;
}

function choose(number, { scroll = true, focus = true } = {}) {
  if (number < 0 || number >= cards.length) return;
  const left = chosen;
  if (chosen >= 0) {
    cards[chosen].removeAttribute("aria-current");
    marks.get(chosen).forEach((mark) => mark.classList.remove("chosen"));
  }
  chosen = number;
  filter(left < 0 ? [number] : [left, number]);
  cards[number].setAttribute("aria-current", "true");
  marks.get(number).forEach((mark) => mark.classList.add("chosen"));
  if (focus) cards[number].focus({ preventScroll: true });
  if (scroll) {
    cards[number].scrollIntoView({ block: "nearest" });
    (marks.get(number).at(-1) ?? cards[number]).scrollIntoView({ block: "center" });
  }
  buttons();
}

function step(by) {
  const isShown = filters();
  let number = chosen < 0 && by < 0 ? cards.length : chosen;
  do number += by;
  while (number >= 0 && number < cards.length && !isShown(number));
  choose(number);
}

/* What the reader does. */

const keys = {
  j: () => step(1), ArrowRight: () => step(1), k: () => step(-1), ArrowLeft: () => step(-1),
  a: () => decide(chosen, { state: "accepted" }), f: () => decide(chosen, { state: "false-alarm" }),
  u: () => decide(chosen, { state: "open" }), n: () => find("note").focus(), e: download,
};

function download() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
  link.download = "decisions.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

document.addEventListener("keydown", (event) => {
  if (event.target === find("note") && ["Enter", "Escape"].includes(event.key)) cards[chosen]?.focus();
  const writes = event.target.matches("input[type=text], select");
  if (writes || event.ctrlKey || event.metaKey || event.altKey || !find("keys").checked) return;
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
for (const [id, key] of Object.entries({ next: "j", previous: "k", accept: "a", alarm: "f", reopen: "u", export: "e" }))
  find(id).addEventListener("click", keys[key]);
find("note").addEventListener("input", () => decide(chosen, { note: find("note").value }));
find("bar").addEventListener("change", (event) => event.target.matches("select, fieldset input") && filter());
find("import").addEventListener("click", () => find("file").click());
find("file").addEventListener("change", async () => {
  const [file] = find("file").files;
  if (!file) return;
  const taken = take(await file.text());
  find("file").value = "";
  find("progress").dataset.saved = taken ? "decisions taken in" : "that file holds no decisions";
  if (taken) keep();
  cards.forEach((_, number) => show(number));
  filter();
});
cards.forEach((card, number) => card.addEventListener("click", () => choose(number, { focus: false })));

/* Of findings inside one another the innermost is meant: the one with the least text. */
function innermost(mark) {
  const size = (number) => marks.get(number).reduce((sum, each) => sum + each.textContent.length, 0);
  return numbersOf(mark).reduce((one, other) => (size(other) < size(one) ? other : one));
}

find("texts").addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (mark) choose(innermost(mark), { scroll: false });
});
for (const [name, on] of [["mouseover", true], ["mouseout", false]])
  find("texts").addEventListener(name, (event) => {
    const mark = event.target.closest("mark");
    if (mark) marks.get(innermost(mark)).forEach((each) => each.classList.toggle("twin", on));
  });

try {
  if (!data.save) take(localStorage.getItem(data.key) ?? "");
} catch {
  /* As above. */
}
find("bar").hidden = false;
const measure = () => document.documentElement.style.setProperty("--head", `${document.querySelector("header").offsetHeight}px`);
addEventListener("resize", measure);
cards.forEach((_, number) => show(number));
filter();
buttons();
measure();
