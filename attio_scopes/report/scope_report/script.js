"use strict";
(() => {
  const tools = document.querySelector(".tools");
  if (!tools) return;
  const field = tools.querySelector("input");
  const choice = tools.querySelector("select");
  const buttons = [...tools.querySelectorAll("button[data-state]")];
  const everything = tools.querySelector("button[data-all]");
  const status = tools.querySelector(".status");
  const scopes = [...document.querySelectorAll("details.scope")];
  const texts = new Map(scopes.map((scope) => [scope, scope.textContent.toLowerCase()]));
  const lists = [...document.querySelectorAll(".open > li")];
  let state = "";

  const show = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const entry = choice && choice.selectedIndex > 0 ? choice.value.split(" ") : null;
    const has = (text) => words.every((word) => text.includes(word));
    let count = 0;
    for (const scope of scopes) {
      const token = scope.closest("section").dataset.token.toLowerCase();
      const visible = (!state || scope.dataset.state === state) && (!entry || entry.includes(scope.dataset.resource)) && has(texts.get(scope) + " " + token);
      scope.hidden = !visible;
      count += visible;
      const closed = scope.querySelector("summary").textContent.toLowerCase() + " " + token;
      if (visible && words.length && !has(closed)) { if (!scope.open) { scope.open = true; scope.dataset.opened = "search"; } }
      else if (scope.dataset.opened) { scope.open = false; delete scope.dataset.opened; }
    }
    for (const item of lists) item.hidden = Boolean(state) || !has(item.textContent.toLowerCase());
    for (const section of document.querySelectorAll("section[data-token]")) {
      section.querySelector(".none").hidden = [...section.querySelectorAll("details.scope")].some((scope) => !scope.hidden);
    }
    for (const section of document.querySelectorAll("section.calls-open")) {
      section.hidden = [...section.querySelectorAll(".open > li")].every((item) => item.hidden);
    }
    status.textContent = words.length || state || entry ? `${count} of ${scopes.length} scopes shown` : "";
    everything.textContent = scopes.some((scope) => !scope.hidden && !scope.open) ? "Open all" : "Close all";
  };
  field.addEventListener("input", show);
  if (choice) choice.addEventListener("change", show);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      state = button.dataset.state;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      show();
    });
  }
  everything.addEventListener("click", () => {
    const open = scopes.some((scope) => !scope.hidden && !scope.open);
    for (const scope of scopes) if (!scope.hidden) { scope.open = open; delete scope.dataset.opened; }
    everything.textContent = open ? "Close all" : "Open all";
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== field) { event.preventDefault(); field.focus(); }
    if (event.key === "Escape" && document.activeElement === field) { field.value = ""; show(); }
  });
  let before = [];
  addEventListener("beforeprint", () => { before = scopes.filter((scope) => !scope.open); for (const scope of before) scope.open = true; });
  addEventListener("afterprint", () => { for (const scope of before) scope.open = false; });
  for (const scope of scopes) scope.addEventListener("toggle", () => {
    everything.textContent = scopes.some((other) => !other.hidden && !other.open) ? "Open all" : "Close all";
  });
  tools.hidden = false;
})();
