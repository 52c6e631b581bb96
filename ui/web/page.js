// What happens in the browser: links and forms change the address and ask the server for that state's view, without
// loading the page anew. Runs once, inside the page's navigation element (element, trigger and watch are Gradio's).
const root = document.documentElement;
const words = JSON.parse(element.querySelector("[data-words]").dataset.words);
const SAVED = "beslutsminne.saved";
const visited = {}; // tab → its last query
let pending = null; // what the browser's history should do when the view arrives
let filtersOpen = null;
let late = 0;

root.lang = words.language;

function saved() {
  try {
    return JSON.parse(localStorage.getItem(SAVED)) || [];
  } catch {
    return [];
  }
}

function save(list) {
  localStorage.setItem(SAVED, JSON.stringify(list.slice(0, 50)));
}

function busy(on) {
  root.classList.toggle("busy", on);
  document.querySelector("main")?.setAttribute("aria-busy", String(on));
  clearTimeout(late);
  if (on) late = setTimeout(() => busy(false), 30000);
}

function go(query, { history = "push", focus = false } = {}) {
  pending = { history, focus };
  busy(true);
  trigger("navigate", { query, saved: saved() });
}

function say(text) {
  const box = document.getElementById("said");
  if (box) box.textContent = text;
}

function sameState(query) {
  return query === location.search || (query === "?" && location.search === "");
}

// A view has arrived.
function arrived() {
  const now = element.querySelector("[data-query]");
  if (!now) return;
  const { query, title, tab, generation } = now.dataset;
  const { history: how, focus } = pending || { history: "replace", focus: false };
  pending = null;
  visited[tab] = query;
  document.title = title;
  if (!sameState(query)) window.history[how === "push" ? "pushState" : "replaceState"](null, "", query);
  busy(false);
  const other = document.getElementById("other-language");
  if (other) other.href = other.dataset.path + query;
  requestAnimationFrame(() => settle({ query, tab, generation, focus }));
}

// The view stands in the document: bring fields to what the server says, open what was open, move the focus.
function settle({ query, tab, generation, focus }) {
  for (const field of document.querySelectorAll(".ask input, .narrow input, .narrow select")) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = field.defaultChecked;
    else if (field !== document.activeElement && field.tagName === "INPUT") field.value = field.defaultValue;
  }
  dressUploads(60);
  const filters = document.querySelector("details.filters");
  if (filters) filters.open = filtersOpen ?? matchMedia("(min-width: 60rem)").matches;
  const list = saved();
  const mine = list.find((one) => one.query === query);
  if (mine && generation) {
    mine.generation = Number(generation);
    mine.visited = new Date().toISOString().slice(0, 10);
    save(list);
  }
  for (const button of document.querySelectorAll("[data-save]")) {
    button.setAttribute("aria-pressed", String(list.some((one) => one.query === button.dataset.save)));
  }
  if (focus) focusHeading(tab, 60);
  if (tab === "kalla") requestAnimationFrame(() => [".pictures", ".page-text"].forEach(centre));
}

// Gradio names its place for files in English; it may take some frames to stand there.
function dressUploads(frames) {
  const fields = document.querySelectorAll("input[type=file]");
  for (const field of fields) {
    field.accept = ".pdf";
    field.closest("button")?.setAttribute("aria-label", words.choose_file);
  }
  if (!fields.length && frames) requestAnimationFrame(() => dressUploads(frames - 1));
}

// A tab's content may take some frames to stand there.
function focusHeading(tab, frames) {
  const target = document.querySelector(`#flik-${tab} h2`);
  if (!target) return frames && requestAnimationFrame(() => focusHeading(tab, frames - 1));
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}

// Bring what is marked into the middle of what scrolls around it, without moving the page.
function centre(frame) {
  const outer = document.querySelector(frame)?.getBoundingClientRect();
  const inner = document.querySelector(`${frame} .marked`)?.getBoundingClientRect();
  if (!outer || !inner) return;
  document.querySelector(frame).scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
}

function formQuery(form) {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== "") data.append(name, value);
  return "?" + data;
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    const area = document.createElement("textarea");
    area.value = button.dataset.copy;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    button.focus();
    if (!done) return say(words.not_copied);
  }
  say(words.copied);
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 1500);
}

function skip() {
  const open = document.querySelector("[role=tab][aria-selected=true]")?.dataset.tabId;
  const target = document.querySelector(`#flik-${open} :is(input:not([type=hidden]), h2)`);
  if (!target) return;
  if (target.tagName === "H2") target.tabIndex = -1;
  target.focus();
}

function toggleSaved(button) {
  const query = button.dataset.save;
  const list = saved();
  const kept = list.filter((one) => one.query !== query);
  const on = kept.length === list.length;
  if (on) {
    const today = new Date().toISOString().slice(0, 10);
    kept.push({ query, generation: Number(button.dataset.generation), visited: today });
  }
  save(kept);
  button.setAttribute("aria-pressed", String(on));
  say(on ? words.saved : words.unsaved);
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (event.target.closest("[data-skip]")) return skip();
  const button = event.target.closest("[data-copy], [data-save]");
  if (button) return button.dataset.copy !== undefined ? copy(button) : toggleSaved(button);
  const link = event.target.closest('a[href^="?"]');
  if (link) {
    event.preventDefault();
    return go(link.getAttribute("href"), { focus: !link.closest(".toolbar, .filters") });
  }
  const summary = event.target.closest(".filters > summary");
  if (summary) filtersOpen = !summary.parentElement.open;
  const tab = event.target.closest("[role=tab]");
  if (tab && event.isTrusted && !sameState(visited[tab.dataset.tabId] ?? "-")) {
    const query = visited[tab.dataset.tabId];
    if (query === undefined) go("?flik=" + tab.dataset.tabId);
    else window.history.pushState(null, "", query);
  }
});

document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  event.preventDefault();
  go(formQuery(event.target));
});

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form?.method === "get" && event.target.type !== "search") go(formQuery(form));
});

// With a modifier: a single key alone is set off by those who speak their commands (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || !event.ctrlKey) return;
  const field = document.getElementById("q");
  if (!field?.offsetParent) return;
  event.preventDefault();
  field.focus();
  field.select();
});

window.addEventListener("popstate", () => go(location.search, { history: "none" }));
watch("value", arrived);
go(location.search, { history: "replace" });
