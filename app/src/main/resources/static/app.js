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
        fontFamily: type.fontFamily, fontSize: 13, fontWeight: line.ours ? 600 : 400,
        color: token(line.ours ? "--act" : "--ink-2"),
        formatter: p => peers ? line.name + " " + shown(p.value, chart.decimals)
          : shown(p.value, chart.decimals)
      },
      labelLayout: {moveOverlap: "shiftY"},
      markLine: !line.ours || chart.current < 0 ? undefined : {
        silent: true, symbol: "none", animation: false, label: {show: false},
        lineStyle: {color: token("--act"), width: 1, type: "solid"},
        data: [{xAxis: chart.current}]
      }
    }));
    const drawn = echarts.getInstanceByDom(element)
      ?? echarts.init(element, null, {renderer: "svg"});
    drawn.setOption({
      animation: false, aria: {enabled: true, label: {description: chart.label}},
      textStyle: type,
      grid: {left: 4, right: peers && !narrow() ? 128 : 64, top: 16, bottom: 4, containLabel: true},
      tooltip: {
        trigger: "axis", confine: true, transitionDuration: 0, textStyle: {...type, color: token("--ink")},
        backgroundColor: token("--sheet"), borderColor: token("--edge"), order: "valueDesc",
        axisPointer: {lineStyle: {color: token("--edge"), type: "solid"}},
        valueFormatter: value => shown(value, chart.decimals)
      },
      xAxis: {
        type: "category", data: chart.periods, boundaryGap: false,
        axisLine: {lineStyle: {color: token("--edge")}}, axisTick: {show: false},
        axisLabel: {...type, hideOverlap: true}
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

  document.addEventListener("DOMContentLoaded", () => drawAll(document));
  document.addEventListener("htmx:afterSwap", event => drawAll(event.target));
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
