// Comforts of the query page; it works without them.
(function () {
  "use strict";
  const form = document.getElementById("query-form");
  const text = document.getElementById("query");
  if (!form || !text) return;

  const shortcut = document.getElementById("shortcut");
  if (shortcut) shortcut.hidden = false;
  text.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  // Addresses have a limit; a long query is posted instead.
  form.addEventListener("submit", function () {
    form.method = text.value.length > 4000 ? "post" : "get";
  });

  // Put the cursor where the query stopped making sense.
  const line = Number(text.dataset.line);
  if (line > 0) {
    const lines = text.value.split("\n");
    let at = 0;
    for (let i = 0; i < line - 1 && i < lines.length; i += 1) at += lines[i].length + 1;
    at += Math.max(0, Number(text.dataset.column) - 1);
    text.focus();
    text.setSelectionRange(at, Math.min(at + 1, text.value.length));
  }
})();
