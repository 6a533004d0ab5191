(() => {
  "use strict";
  const root = document.querySelector(".serverlint");
  const form = root.querySelector(".sl-filter");
  const FINDING = "#f-";

  /** Opens what a link leads into. */
  const uncover = (node) => {
    for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  };

  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  };

  const show = (node) => {
    uncover(node);
    node.scrollIntoView({ block: "start" });
    // What stands above has only now been measured.
    requestAnimationFrame(() => node.scrollIntoView({ block: "start" }));
  };

  // On paper nobody can open anything.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...root.querySelectorAll("details.sl-printed:not([open])")];
    opened.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => {
    opened.forEach((fold) => { fold.open = false; });
    opened = [];
  });

  if (!form) {
    return;
  }

  const findings = [...root.querySelectorAll(".sl-finding")].map((node) => ({
    node,
    rule: node.dataset.rule,
    server: node.dataset.server.toLowerCase(),
    severity: node.dataset.severity,
    status: node.dataset.status,
  }));
  const sections = [...new Set(findings.map((finding) => finding.node.parentElement))];
  const apart = sections.filter((section) => section.classList.contains("sl-apart"));
  const shown = form.querySelector(".sl-shown");
  const boxes = (name) => [...form.querySelectorAll(`input[name="${name}"]`)];
  const ticked = (name) => boxes(name).filter((box) => box.checked).map((box) => box.value);
  const untouched = (name) => boxes(name).every((box) => box.checked === box.defaultChecked);

  const apply = () => {
    const rule = form.elements.rule.value;
    const server = form.elements.server.value.trim().toLowerCase();
    const severity = new Set(ticked("severity"));
    const status = new Set(ticked("status"));
    let count = 0;
    for (const finding of findings) {
      const fits =
        (rule === "" || finding.rule === rule) &&
        finding.server.includes(server) &&
        severity.has(finding.severity) &&
        status.has(finding.status);
      count += fits ? 1 : 0;
      if (finding.node.hidden === fits) {
        finding.node.hidden = !fits;
      }
    }
    for (const section of apart) {
      section.hidden = !section.querySelector(".sl-finding:not([hidden])");
    }
    shown.textContent = `${count} of ${findings.length} ${findings.length === 1 ? "finding" : "findings"} shown.`;
  };

  /** The choice as it stands in the address; what is as it always is does not. */
  const written = () => {
    const words = new URLSearchParams();
    if (form.elements.rule.value !== "") {
      words.set("rule", form.elements.rule.value);
    }
    if (form.elements.server.value.trim() !== "") {
      words.set("server", form.elements.server.value.trim());
    }
    for (const name of ["severity", "status"]) {
      if (!untouched(name)) {
        words.set(name, ticked(name).join(","));
      }
    }
    return words.toString().replaceAll("%2C", ",");
  };

  const read = (hash) => {
    const words = new URLSearchParams(hash);
    form.reset();
    const rule = words.get("rule") || "";
    form.elements.rule.value = rule;
    if (form.elements.rule.selectedIndex === -1) {
      form.elements.rule.value = "";
    }
    form.elements.server.value = words.get("server") || "";
    for (const name of ["severity", "status"]) {
      if (words.has(name)) {
        const chosen = words.get(name).split(",");
        boxes(name).forEach((box) => { box.checked = chosen.includes(box.value); });
      }
    }
  };

  const changed = () => {
    apply();
    const words = written();
    history.replaceState(null, "", words === "" ? location.pathname + location.search : `#${words}`);
  };

  /** Does what the address says: a choice of findings, or one thing on the page. */
  const follow = () => {
    const hash = location.hash;
    if (hash.startsWith(FINDING)) {
      const node = target();
      const finding = findings.find((each) => each.node === node);
      if (finding && node.hidden) {
        // Whoever has the address of a finding wants to see it, whatever is chosen.
        form.reset();
        boxes("status").forEach((box) => { box.checked = box.checked || box.value === finding.status; });
        apply();
      }
      if (finding) {
        show(node);
        node.focus({ preventScroll: true });
      }
    } else if (hash.includes("=")) {
      read(hash.slice(1));
      apply();
    } else if (hash.length > 1) {
      const node = target();
      if (node && root.contains(node)) {
        if (node.matches("details")) {
          node.open = true;
        }
        show(node);
      }
    }
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(changed);
  });
  // Not the form's own event, which comes when the script resets it too.
  form.querySelector("[type=reset]").addEventListener("click", () => { setTimeout(changed); });
  form.addEventListener("submit", (event) => { event.preventDefault(); });
  addEventListener("hashchange", follow);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input:not([type=checkbox]), textarea, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      form.elements.server.focus();
      form.elements.server.select();
    }
  });

  form.hidden = false;
  // A browser that comes back to the page fills in what was chosen before; the address alone decides.
  form.reset();
  apply();
  follow();
})();
