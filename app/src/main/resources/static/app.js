// What pages gain with a script. Without it every page works: charts are tables, drawers are pages.
"use strict";
(() => {
  const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const narrow = () => matchMedia("(max-width: 640px)").matches;
  const shown = (value, decimals) => value === null || value === undefined ? "–"
    : Number(value).toLocaleString("en-US",
        {minimumFractionDigits: decimals, maximumFractionDigits: decimals});

  function draw(element) {
    const chart = JSON.parse(element.dataset.chart);
    const type = {fontFamily: token("--sans"), fontSize: 13, color: token("--ink-2")};
    const peers = chart.lines.length > 1;
    const series = chart.lines.map(line => ({
      type: "line", name: line.name, data: line.values, connectNulls: false, animation: false,
      symbol: line.ours ? "circle" : "none", symbolSize: 5, showSymbol: chart.periods.length <= 13,
      silent: !line.ours, z: line.ours ? 3 : 2,
      lineStyle: {width: line.ours ? 2.6 : 1.2, color: token(line.ours ? "--act" : "--rank")},
      itemStyle: {color: token(line.ours ? "--act" : "--rank")},
      endLabel: {
        show: line.ours || !narrow(), distance: 8, valueAnimation: false,
        fontFamily: type.fontFamily, fontSize: 13, lineHeight: 17, fontWeight: line.ours ? 600 : 400,
        color: token(line.ours ? "--act" : "--ink-2"),
        formatter: p => peers ? line.name + " " + shown(p.value, chart.decimals)
          : shown(p.value, chart.decimals)
      },
      labelLayout: {moveOverlap: "shiftY"}
    }));
    for (const mark of chart.marks ?? []) {
      const colour = token(mark.floor ? "--red" : "--green");
      series.push({
        type: "line", name: mark.name, data: mark.values, symbol: "none", silent: true, step: "middle",
        animation: false, z: 1, lineStyle: {width: 1.4, type: mark.floor ? "dotted" : "dashed", color: colour},
        itemStyle: {color: colour},
        endLabel: {show: true, distance: 8, fontFamily: type.fontFamily, fontSize: 13, color: colour,
          formatter: p => mark.name + " " + shown(p.value, chart.decimals)},
        labelLayout: {moveOverlap: "shiftY"}
      });
    }
    const ours = series.find((one, i) => chart.lines[i].ours) ?? series[0];
    if (ours && chart.breaks?.length) {
      ours.markLine = {
        silent: true, symbol: "none", animation: false,
        lineStyle: {color: token("--ink-2"), type: "dashed", width: 1.2},
        label: {...type, position: "insideEndTop", rotate: 0, align: "right", distance: [-4, -14]},
        data: chart.breaks.map(one => ({xAxis: one.period, label: {formatter: one.label}}))
      };
    }
    const drawn = echarts.getInstanceByDom(element)
      ?? echarts.init(element, null, {renderer: "svg"});
    drawn.setOption({
      animation: false, aria: {enabled: true, label: {description: chart.label}},
      textStyle: type,
      grid: {left: 4, right: (peers || chart.marks?.length) && !narrow() ? 128 : chart.marks?.length ? 88 : 64, top: 16, bottom: 4, containLabel: true},
      tooltip: {
        trigger: "axis", confine: true, transitionDuration: 0, textStyle: {...type, color: token("--ink")},
        backgroundColor: token("--sheet"), borderColor: token("--edge"), order: "valueDesc",
        axisPointer: {lineStyle: {color: token("--edge"), type: "solid"}},
        valueFormatter: value => shown(value, chart.decimals)
      },
      xAxis: {
        type: "category", data: chart.periods, boundaryGap: false,
        axisLine: {lineStyle: {color: token("--edge")}}, axisTick: {show: false},
        axisLabel: {...type, hideOverlap: true, alignMinLabel: "left"}
      },
      yAxis: {
        type: "value", scale: !chart.zero, inverse: chart.down, splitNumber: 4,
        min: chart.down ? 1 : undefined, minInterval: chart.decimals === 0 ? 1 : 0,
        axisLabel: {...type, formatter: value => value.toLocaleString("en-US")},
        splitLine: {lineStyle: {color: token("--line")}}
      },
      series
    }, true);
  }

  function drawAll(within) {
    if (window.echarts) {
      within.querySelectorAll(".chart[data-chart]").forEach(element => {
        element.style.display = "block";
        draw(element);
      });
    }
  }

  // The evidence of a claim: one drawer at a time, Esc closes it, the focus goes back to the number.
  const claim = id => document.getElementById("c-" + id);
  const drawer = () => document.querySelector(".drawer");

  function mark() {
    const open = drawer()?.dataset.claim;
    document.querySelectorAll("a.claim[data-claim]").forEach(link =>
      link.setAttribute("aria-expanded", String(link.dataset.claim === open)));
  }

  function opened(slot) {
    document.querySelectorAll(".slot").forEach(other => {
      if (other !== slot) other.replaceChildren();
    });
    mark();
    drawAll(slot);
    const shown = drawer();
    shown?.focus({preventScroll: true});
    if (shown && getComputedStyle(shown).position !== "fixed") {
      shown.scrollIntoView({block: "nearest"});
    }
  }

  function close() {
    const shown = drawer();
    if (!shown) return false;
    const back = claim(shown.dataset.claim);
    const without = new URL(location.href);
    without.searchParams.delete("claim");
    without.hash = "";
    history.pushState({htmx: true}, "", without);
    shown.remove();
    mark();
    back?.focus({preventScroll: true});
    back?.scrollIntoView({block: "nearest"});
    return true;
  }

  /** Goes to the next or previous claim that is not settled. */
  function step(by) {
    const open = [...document.querySelectorAll("a.claim[data-claim]:not(.holds, .label)")];
    if (open.length === 0) return;
    const all = [...document.querySelectorAll("a.claim[data-claim]")];
    const at = all.findIndex(link => link.getAttribute("aria-expanded") === "true"
        || link === document.activeElement);
    const after = open.filter(link => by > 0 ? all.indexOf(link) > at
        : at < 0 || all.indexOf(link) < at);
    const next = by > 0 ? after[0] ?? open[0] : after.at(-1) ?? open.at(-1);
    next.scrollIntoView({block: "center"});
    next.click();
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey
        || event.target.closest("input, select, textarea")) return;
    if (event.key === "Escape" && close()) event.preventDefault();
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });
  document.addEventListener("click", event => {
    const account = event.target.closest("[data-login]");
    if (account) {
      document.getElementById("username").value = account.dataset.login;
      document.getElementById("password").value = account.dataset.password;
      document.querySelector("form[action='/sign-in'] .btn").focus();
    }
    if (event.target.closest(".drawer .close") && close()) event.preventDefault();
  });
  document.addEventListener("DOMContentLoaded", () => drawAll(document));
  document.addEventListener("htmx:afterSwap", event => {
    if (event.target.classList?.contains("slot")) opened(event.target);
    else drawAll(event.target);
  });
  document.addEventListener("htmx:historyRestore", () => {
    mark();
    drawAll(document);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawAll(document));
  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      document.querySelectorAll(".chart[_echarts_instance_]").forEach(element => {
        echarts.getInstanceByDom(element)?.resize();
        draw(element);
      });
    }, 120);
  });
})();

// A proof is checked once more, here: from the entry's text to the signed root (docs/specs/log.md).
(() => {
  const bytes = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));
  const hash = async (...parts) => {
    const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
    return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  };
  const hex = found => [...found].map(byte => byte.toString(16).padStart(2, "0")).join("");

  async function check(section) {
    const text = name => section.querySelector(`[data-${name}]`).textContent;
    const digest = await hash(bytes(text("salt")), new TextEncoder().encode(text("canonical")));
    let now = await hash(bytes("00"), bytes("01"), digest);
    for (const step of section.querySelectorAll("[data-left]")) {
      const sibling = bytes(step.querySelector("[data-sibling]").textContent);
      now = step.dataset.left === "true" ? await hash(bytes("01"), sibling, now)
        : await hash(bytes("01"), now, sibling);
    }
    const says = section.querySelector("[data-browser]");
    says.textContent = hex(now) === text("root") ? says.dataset.sound : says.dataset.unsound;
    says.hidden = false;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const section = document.querySelector("[data-proof]");
    if (section && window.crypto?.subtle) {
      check(section);
    }
  });
})();

// What takes a while says so from the start; the page that follows tells how far it is.
document.addEventListener("submit", event => {
  const says = event.target.dataset.waiting;
  if (says) {
    const place = event.target.querySelector(".waiting") ?? event.submitter;
    place.textContent = says;
    place.hidden = false;
    event.submitter?.setAttribute("aria-disabled", "true");
  }
});

// Line numbers beside a text that is edited; the text works without them.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("textarea[data-numbered]").forEach(text => {
    const gutter = document.createElement("pre");
    gutter.className = "gutter";
    gutter.setAttribute("aria-hidden", "true");
    text.before(gutter);
    const flaws = document.getElementById("flaws");
    const number = () => {
      const wrong = new Set([...flaws?.querySelectorAll(".wrong .at") ?? []].map(at => at.textContent));
      gutter.style.height = text.clientHeight + "px";
      gutter.textContent = text.value.split("\n")
          .map((line, i) => (wrong.has(String(i + 1)) ? "\u00d7 " : "") + (i + 1)).join("\n") + "\n\n";
      gutter.scrollTop = text.scrollTop;
    };
    text.addEventListener("input", number);
    document.addEventListener("htmx:afterSwap", number);
    text.addEventListener("scroll", () => { gutter.scrollTop = text.scrollTop; });
    new ResizeObserver(number).observe(text);
    number();
  });
});
