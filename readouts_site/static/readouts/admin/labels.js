/* Names for assistive technology, which Select2 and the body editor leave out. */

function nameThem() {
  for (const container of document.querySelectorAll(".select2-container")) {
    const label = container.previousElementSibling?.labels?.[0]?.textContent.trim();
    if (!label) continue;
    for (const part of container.querySelectorAll('[role="combobox"], [role="textbox"], [role="searchbox"]')) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", label.replace(/:$/, ""));
    }
  }
  for (const editor of document.querySelectorAll(".ProseMirror")) {
    editor.setAttribute("aria-label", "Body");
  }
}

document.addEventListener("DOMContentLoaded", () => {
  nameThem();
  // Rows, and with them their lists to choose from, come and go.
  new MutationObserver(nameThem).observe(document.body, { childList: true, subtree: true });
});
