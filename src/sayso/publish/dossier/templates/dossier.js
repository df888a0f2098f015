"use strict";
(() => {
  const all = (query) => [...document.querySelectorAll(query)];
  const has = (element, name, id) => (element.dataset[name] || "").split(" ").includes(id);

  function light(on, statement, event) {
    for (const element of all("[data-s], [data-e]")) {
      if (element.matches(".line, .bar, tbody")) continue;
      const hit = (statement && has(element, "s", statement)) || (event && has(element, "e", event));
      if (hit) element.classList.toggle("lit", on);
    }
  }

  for (const card of all(".card")) {
    for (const [enter, leave] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
      card.addEventListener(enter, () => light(true, card.id));
      card.addEventListener(leave, () => light(false, card.id));
    }
    card.addEventListener("keydown", (key) => {
      const details = card.querySelector("details");
      if (key.key === "Enter" && key.target === card) details.open = true;
      if (key.key === "Escape") { details.open = false; card.focus(); }
    });
  }

  for (const row of all(".events tbody")) {
    row.addEventListener("keydown", (key) => {
      const details = row.querySelector("details");
      if (key.key === "Enter" && key.target === row) details.open = true;
      if (key.key === "Escape") { details.open = false; row.focus(); }
    });
  }

  for (const run of all(".run")) {
    const statement = (run.dataset.s || "").split(" ").pop();
    run.addEventListener("mouseenter", () => light(true, statement));
    run.addEventListener("mouseleave", () => light(false, statement));
  }

  for (const link of all("[data-open]")) {
    link.addEventListener("click", () => {
      const target = document.getElementById(link.dataset.open);
      const details = target && target.querySelector("details");
      if (details) details.open = true;
      if (target) target.focus({ preventScroll: true });
    });
  }

  function isolate(node, on) {
    const { origin, event } = node.dataset;
    const lines = all(".line").filter((line) => (origin ? line.dataset.o === origin : line.dataset.e === event));
    document.querySelector(".drawing").classList.toggle("isolating", on);
    for (const element of all(".line, .node")) element.classList.remove("lit");
    if (!on) return;
    node.classList.add("lit");
    for (const line of lines) {
      line.classList.add("lit");
      for (const end of all(".node")) {
        if (end.dataset.origin === line.dataset.o || end.dataset.event === line.dataset.e) {
          if (origin ? end.dataset.event : end.dataset.origin) end.classList.add("lit");
        }
      }
    }
  }

  for (const node of all(".node")) {
    for (const [enter, leave] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
      node.addEventListener(enter, () => isolate(node, true));
      node.addEventListener(leave, () => isolate(node, false));
    }
    node.addEventListener("keydown", (key) => {
      if (key.key === "Enter" && node.dataset.event) document.getElementById(node.dataset.event).focus();
      if (key.key === "Escape") node.blur();
    });
  }

  for (const button of all("[data-filter]")) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      for (const other of all("[data-filter]")) other.setAttribute("aria-pressed", String(on && other === button));
      document.body.classList.toggle("filtering", on);
      const kept = new Set(all(".events tbody")
        .filter((row) => !on || row.dataset.status.split(" ").includes(button.dataset.filter)).map((row) => row.dataset.e));
      for (const row of all(".events tbody")) row.hidden = !kept.has(row.dataset.e);
      for (const part of all(".card, .bar, .line, .node[data-event]")) {
        const events = (part.dataset.e || part.dataset.event || "").split(" ");
        part.classList.toggle("dim", on && !events.some((event) => kept.has(event)));
      }
    });
  }

  addEventListener("keydown", (key) => {
    if (key.key === "Escape") for (const button of all('[data-filter][aria-pressed="true"]')) button.click();
  });
})();
