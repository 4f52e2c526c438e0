// The timeline of a plan: other periods, the list view, and details in a dialog. The page is complete without this file.
(() => {
  "use strict";

  const section = document.querySelector("[data-tidslinje]");
  const data = section && section.querySelector("[data-vinduer]");
  if (!data) return;

  const windows = JSON.parse(data.textContent);
  const controls = section.querySelector(".tl-vaelgere");
  const select = section.querySelector("[data-maaneder]");
  const [back, forward] = section.querySelectorAll("[data-skridt]");
  const dialog = section.querySelector(".tl-boks");
  const rows = [...section.querySelectorAll(".tl-liste > li > details")];
  const tabs = [...section.querySelectorAll(".tl-faner button")];
  const listPeriod = section.querySelector(".liste-periode");
  const todayWord = section.dataset.idagOrd;
  const narrow = matchMedia("(max-width: 44rem)");

  let shown = windows.find((w) => w.trin === 0 && w.maaneder === Number(select.value)) || windows[0];
  let chosenTab = null;

  function make(name, className, ...children) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  function at(element, percent, property = "left") {
    element.style.setProperty(property, `${percent}%`);
    return element;
  }

  function iconOf(id) {
    const icon = document.getElementById(id)?.querySelector(".tl-art svg");
    return icon ? icon.cloneNode(true) : null;
  }

  function hidden(text) {
    return make("span", "usynlig", `, ${text}`);
  }

  function link(className, id, ...children) {
    const anchor = make("a", className, ...children);
    anchor.href = `#${id}`;
    return anchor;
  }

  function bar(b) {
    const classes = ["tl-bar", `art-${b.gruppe}`];
    if (b.klippetVenstre) classes.push("foer");
    if (b.klippetHoejre) classes.push("efter");
    if (b.etiketHoejre) classes.push("ude-hoejre");
    if (b.etiketVenstre) classes.push("ude-venstre");
    const label = make("span", "tl-etiket", iconOf(b.id), make("span", "tl-navn", b.titel), hidden(b.periode));
    return at(at(link(classes.join(" "), b.id, make("span", "tl-krop"), label), b.venstre), b.bredde, "width");
  }

  function marker(m) {
    const name = make("span", "tl-navn", m.titel);
    const classes = m.etiketVenstre ? "tl-maerke art-aftale venstre" : "tl-maerke art-aftale";
    return at(link(classes, m.id, make("span", "tl-lod"), make("span", "tl-prik", iconOf(m.id)), name, hidden(m.dato)),
      m.etiketVenstre ? 100 - m.procent : m.procent, m.etiketVenstre ? "right" : "left");
  }

  // In the order of the dates, as the list below; the lane is only a matter of where it is drawn.
  function drawItems(list, count, items, draw) {
    list.style.setProperty("--baner", count);
    list.replaceChildren(...items.map((item) => {
      const drawn = draw(item);
      drawn.style.setProperty("--bane", item.bane);
      return make("li", "", drawn);
    }));
  }

  function drawToday(surface, w) {
    surface.querySelector(".tl-idag")?.remove();
    if (!w.harIdag) return;
    const line = make("span", w.idag > 90 ? "tl-idag sidst" : "tl-idag", make("span", "", todayWord));
    surface.prepend(at(line, w.idag));
  }

  function draw(w) {
    shown = w;
    const surface = section.querySelector(".tl-flade");
    section.querySelector(".tl-periode").textContent = w.titel;
    section.querySelector(".tl-maaneder").replaceChildren(
      ...w.streger.map((s) => at(make("span", "", s.tekst, make("small", "", s.aar)), s.procent)));
    surface.querySelectorAll(".tl-streg").forEach((line) => line.remove());
    surface.prepend(...w.streger.map((s) => at(make("span", "tl-streg"), s.procent)));
    drawToday(surface, w);
    drawItems(surface.querySelector(".tl-baner"), w.baner, w.bjaelker, bar);
    drawItems(surface.querySelector(".tl-maerker"), w.maerkebaner, w.maerker, marker);
    update();
  }

  function update() {
    const inside = new Set([...shown.bjaelker, ...shown.maerker].map((item) => item.id));
    for (const row of rows) row.parentElement.hidden = !inside.has(row.id);
    for (const note of section.querySelectorAll("[data-tom]")) note.hidden = inside.size > 0;
    listPeriod.textContent = shown.titel;
    listPeriod.hidden = false;
    back.disabled = !neighbour(-1);
    forward.disabled = !neighbour(1);
    select.value = String(shown.maaneder);
  }

  function neighbour(step) {
    return windows.find((w) => w.maaneder === shown.maaneder && w.trin === shown.trin + step);
  }

  // A step that uses up its own button must not leave the keyboard nowhere.
  function step(button, other, direction) {
    const next = neighbour(direction);
    if (!next) return;
    draw(next);
    if (button.disabled) other.focus();
  }

  // The window of another length that begins nearest to where the reader is now.
  function changeLength(months) {
    const away = (w) => Math.abs(Date.parse(w.fra) - Date.parse(shown.fra));
    const [nearest] = windows.filter((w) => w.maaneder === months).sort((a, b) => away(a) - away(b));
    if (nearest) draw(nearest);
  }

  function show(tab) {
    for (const other of tabs) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
    }
  }

  function showByWidth() {
    show(chosenTab || tabs[narrow.matches ? 1 : 0]);
  }

  function openDetails(id) {
    const row = document.getElementById(id);
    if (!row) return;
    const heading = dialog.querySelector("h3");
    heading.textContent = row.querySelector(".tl-titel").textContent;
    dialog.querySelector(".tl-boks-hoved p").textContent = row.querySelector(".tl-tid").textContent;
    dialog.querySelector(".tl-boks-krop").replaceChildren(...row.querySelector(".tl-detaljer").cloneNode(true).childNodes);
    dialog.showModal();
    heading.focus();
  }

  // An address that names an item (#post-…) opens that row.
  function openFromAddress() {
    const row = rows.find((candidate) => `#${candidate.id}` === location.hash);
    if (!row) return;
    row.parentElement.hidden = false;
    row.open = true;
    chosenTab = tabs[1];
    show(tabs[1]);
    row.scrollIntoView({ block: "start" });
  }

  select.addEventListener("change", () => changeLength(Number(select.value)));
  back.addEventListener("click", () => step(back, forward, -1));
  forward.addEventListener("click", () => step(forward, back, 1));
  section.querySelector("[data-idag]").addEventListener("click", () =>
    draw(windows.find((w) => w.maaneder === shown.maaneder && w.trin === 0) || shown));
  section.querySelector(".tl-panel").addEventListener("click", (event) => {
    const item = event.target.closest("a[href^='#']");
    if (!item) return;
    event.preventDefault();
    openDetails(item.hash.slice(1));
  });
  dialog.querySelector("[data-luk]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => show((chosenTab = tab)));
    tab.addEventListener("keydown", (event) => {
      const move = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: tabs.length - 1 - index }[event.key];
      if (move === undefined) return;
      event.preventDefault();
      chosenTab = tabs[(index + move + tabs.length) % tabs.length];
      show(chosenTab);
      chosenTab.focus();
    });
  });
  narrow.addEventListener("change", showByWidth);
  window.addEventListener("hashchange", openFromAddress);

  section.classList.add("med-script");
  section.querySelector(".tl-faner").setAttribute("role", "tablist");
  for (const tab of tabs) {
    tab.setAttribute("role", "tab");
    const panel = document.getElementById(tab.getAttribute("aria-controls"));
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
  }
  for (const row of rows) row.open = false;
  controls.hidden = false;
  update();
  showByWidth();
  openFromAddress();
})();
