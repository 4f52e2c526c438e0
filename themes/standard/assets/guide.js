// On a narrow screen the contents of the guide begin folded, so that the text comes first.
(() => {
  "use strict";
  const menu = document.querySelector(".guide-menu");
  if (!menu) return;
  const narrow = matchMedia("(max-width: 60rem)");
  const fold = () => { menu.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();
})();
