// The keyboard: j and k walk, 1 to 4 decide, / searches, ? explains.
import { go, submit, say } from "./swap.js";

const verdicts = { 1: "confirm", 2: "dismiss", 3: "incomparable", 4: "ask", u: "undo" };
const asks = { dismiss: "Why dismiss? Enter keeps it.", incomparable: "Why not comparable? Enter keeps it.", ask: "What to ask the reporter? Enter keeps it." };

const inField = (el) => el.matches?.("input:not([type=checkbox]), textarea, select");

function button(verdict) { return document.querySelector(`#decide button[value="${verdict}"]`); }

// A verdict that needs a reason takes the cursor to it; Enter then keeps both.
function decide(verdict) {
  const form = document.getElementById("decide"), b = button(verdict);
  if (!form || !b) return;
  const reason = document.getElementById("reason");
  if (!asks[verdict] || reason.value.trim()) {
    submit(form, b);
    return;
  }
  form.dataset.verdict = verdict;
  form.classList.add("asked");
  document.getElementById("reason-label").textContent = asks[verdict];
  setTimeout(() => reason.focus());
  say(asks[verdict]);
}

const acts = {
  j: () => walk("next"), k: () => walk("prev"),
  "/": search,
  "?": () => document.getElementById("help")?.showModal(),
  a: () => document.querySelector(".side a.whole")?.click(),
};
for (const [key, verdict] of Object.entries(verdicts)) acts[key] = () => decide(verdict);

// On a narrow screen the list, and the search with it, is a page of its own.
async function search() {
  const back = document.querySelector("[data-list]");
  if (!document.getElementById("q")?.checkVisibility() && back) await go(back.href);
  // Later, lest the key that was pressed is typed into the field.
  setTimeout(() => {
    const q = document.getElementById("q");
    q?.focus();
    q?.select();
  });
}

function walk(rel) {
  const a = document.querySelector(`#detail a[rel="${rel}"]`);
  if (a) go(a.href);
  else say(rel === "next" ? "This is the last finding." : "This is the first finding.");
}

export function keys() {
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || document.querySelector("dialog[open]")) return;
    const form = e.target.closest?.("#decide");
    if (e.key === "Escape" && inField(e.target)) {
      e.target.blur();
      return;
    }
    if (inField(e.target)) {
      if (e.key === "Enter" && !e.shiftKey && e.target.id === "reason" && form?.dataset.verdict) {
        e.preventDefault();
        submit(form, button(form.dataset.verdict));
      }
      return;
    }
    const act = acts[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });
  // A click on a button that needs a reason asks for it on the spot.
  document.addEventListener("click", (e) => {
    const b = e.target.closest("#decide button[name=verdict]");
    if (!b || !asks[b.value] || document.getElementById("reason").value.trim()) return;
    e.preventDefault();
    decide(b.value);
  }, true);
}
