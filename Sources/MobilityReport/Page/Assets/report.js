// Draws the charts that the page describes. The tables beside them say the same, so without this nothing is lost.
(function () {
  "use strict";
  var lang = document.documentElement.lang;
  // Okabe and Ito's palette, with an ink border, since two of its colours are pale on white.
  var palette = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#f0e442", "#8a8f94", "#1b1f24"];
  var numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
  var shares = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 1 });
  var months = new Intl.DateTimeFormat(lang, { month: "short", year: "numeric", timeZone: "UTC" });
  var dates = new Intl.DateTimeFormat(lang, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  function date(day) { return new Date(day * 86400000); }
  function shown(unit, value) {
    if (unit === "opposed") { value = Math.abs(value); }
    return unit === "share" ? shares.format(value) : unit === "day" ? dates.format(date(value)) : numbers.format(value);
  }
  function isNarrow() { return window.innerWidth < 640; }
  function clipped(text, width) { return text.length > width ? text.slice(0, width - 1) + "\u2026" : text; }
  // Where a line of letters may end: after a mark or before a space, but not too early.
  function lineEnd(letters, width) {
    for (var end = width; end > width / 3; end -= 1) {
      if (/[\s\-_\/\u00b7.,:]/.test(letters[end - 1]) || letters[end] === " ") { return end; }
    }
    return width;
  }
  // On three lines at most; of what is longer the end is kept, since names often differ there alone.
  function wrapped(text, width) {
    var letters = Array.from(text), lines = [];
    while (letters.length > width && lines.length < 2) {
      var end = lineEnd(letters, width);
      lines.push(letters.slice(0, end).join("").trim());
      letters = letters.slice(end);
    }
    if (letters.length > width) { letters = ["\u2026"].concat(letters.slice(1 - width)); }
    return lines.concat(letters.join("").trim());
  }
  function nameLines(name) { return wrapped(name, isNarrow() ? 17 : 38); }
  // Firsts of months, quarters or years, whatever leaves room to read.
  function monthTicks(scale) {
    var span = (scale.max - scale.min) / 30.4, room = Math.max(2, Math.floor(scale.width / 75));
    var step = [1, 2, 3, 6, 12, 24, 60].find(function (step) { return span / step <= room; }) || 120;
    var first = date(scale.min), ticks = [];
    var month = first.getUTCFullYear() * 12 + first.getUTCMonth();
    for (month = Math.ceil(month / step) * step; ; month += step) {
      var day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000;
      if (day > scale.max) { break; }
      if (day >= scale.min) { ticks.push({ value: day }); }
    }
    scale.ticks = ticks;
  }
  function dataset(spec, series) {
    var colour = palette[series.colour % palette.length];
    var set = { label: series.name, data: series.values, backgroundColor: colour, borderColor: "#1b1f24", borderWidth: 1, borderSkipped: false };
    if (series.line) {
      set.type = "line";
      set.showLine = spec.kind !== "intervals";
      set.borderColor = colour;
      set.borderWidth = 2;
      set.pointRadius = spec.kind === "intervals" ? 6 : 3;
      set.pointStyle = spec.kind === "intervals" ? "rectRot" : "circle";
      set.pointBackgroundColor = colour;
      set.stack = "line";
      set.order = -1;
    } else if (spec.kind === "spans" || spec.kind === "intervals") {
      set.grouped = false;
      set.maxBarThickness = spec.kind !== "intervals" ? 20 : series.narrow ? 4 : 10;
    } else {
      set.maxBarThickness = 34;
    }
    return set;
  }
  function config(spec) {
    var stacked = spec.kind === "stacked";
    var values = {
      stacked: stacked, grace: spec.unit === "count" ? "4%" : 0, beginAtZero: spec.unit !== "day",
      title: { display: true, text: isNarrow() && spec.horizontal ? wrapped(spec.axis, 30) : spec.axis },
      ticks: {
        maxRotation: 0, precision: spec.unit === "count" ? 0 : undefined,
        callback: function (value) { return spec.unit === "day" ? months.format(date(value)) : shown(spec.unit, value); }
      }
    };
    if (spec.unit === "day") { values.afterBuildTicks = monthTicks; }
    if (spec.unit === "share") { values.max = 1; }
    var names = {
      stacked: stacked, grid: { display: false },
      ticks: {
        autoSkip: !spec.horizontal, maxRotation: 60,
        callback: function (value) {
          var name = this.getLabelForValue(value);
          return spec.horizontal ? nameLines(name) : clipped(name, isNarrow() ? 17 : 38);
        }
      }
    };
    return {
      type: "bar",
      data: { labels: spec.labels, datasets: spec.series.map(function (series) { return dataset(spec, series); }) },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false, indexAxis: spec.horizontal ? "y" : "x", locale: lang,
        scales: spec.horizontal ? { x: values, y: names } : { x: names, y: values },
        plugins: {
          legend: { display: spec.series.length > 1, position: "top", align: "start", labels: { boxWidth: 16 } },
          tooltip: {
            callbacks: {
              label: function (item) {
                var raw = item.raw;
                var text = Array.isArray(raw) ? raw.map(function (part) { return shown(spec.unit, part); }).join(" \u2013 ") : shown(spec.unit, raw);
                return (item.dataset.label ? item.dataset.label + ": " : "") + text;
              }
            }
          }
        }
      }
    };
  }
  var root = document.documentElement, drawn = 0, charts = [];
  try {
    Chart.defaults.font.family = getComputedStyle(root).fontFamily;
    Chart.defaults.font.size = 13;
    Chart.defaults.color = "#1b1f24";
    var specs = JSON.parse(document.getElementById("charts").textContent);
    Object.keys(specs).forEach(function (id) {
      var canvas = document.getElementById(id), spec = specs[id];
      // Rows of several lines need more than the page gives to one.
      var lines = spec.horizontal ? Math.max.apply(null, spec.labels.map(function (name) { return nameLines(name).length; }).concat(1)) : 1;
      if (lines > 1) { canvas.parentNode.style.height = (canvas.parentNode.clientHeight + (lines > 2 ? 22 : 8) * spec.labels.length) + "px"; }
      charts.push(new Chart(canvas, config(spec)));
      drawn += 1;
    });
    root.setAttribute("data-drawn", String(drawn));
  } catch (error) {
    root.className = "failed";
    root.setAttribute("data-failed", String(error));
  }
  window.addEventListener("beforeprint", function () { charts.forEach(function (chart) { chart.resize(680, chart.canvas.parentNode.clientHeight); }); });
  window.addEventListener("afterprint", function () { charts.forEach(function (chart) { chart.resize(); }); });
}());
