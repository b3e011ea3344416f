import type { Area } from "../../src/domain/sheets/grid";
import type { HostRange, HostSheet } from "./model";
import { ActionError, type Arguments, type HostObject, type HostType, type Json, hostObject } from "./rich-api";
import type { HostChart, HostSeries } from "./sheet-features";

const KINDS: readonly string[] = ["ColumnClustered", "BarClustered", "Line", "Pie"];

const seriesFill: HostType<HostSeries> = {
  name: "ChartFill",
  calls: { SetSolidColor: (series, [color]) => keep(series.set, "Color", color) },
};

const seriesFormat: HostType<HostSeries> = {
  name: "ChartSeriesFormat",
  nav: { Fill: (series) => hostObject(seriesFill, series) },
};

const series: HostType<HostSeries> = {
  name: "ChartSeries",
  set: { Name: (self, value) => void self.set.set("Name", value) },
  nav: { Format: (self) => hostObject(seriesFormat, self) },
  calls: {
    SetValues: (self, [range]) => keepArea(self, "Values", range),
    SetXAxisValues: (self, [range]) => keepArea(self, "XAxisValues", range),
  },
};

const seriesCollection: HostType<HostChart> = {
  name: "ChartSeriesCollection",
  objects: {
    Add: (chart, [name]) => {
      const added: HostSeries = { set: new Map([["Name", typeof name === "string" ? name : null]]), areas: new Map() };
      chart.series.push(added);
      return hostObject(series, added);
    },
    GetItemAt: (chart, [index]) => {
      const found = typeof index === "number" ? chart.series[index] : undefined;
      if (found === undefined) throw new ActionError("ItemNotFound", 404);
      return hostObject(series, found);
    },
  },
};

const title: HostType<HostChart> = { name: "ChartTitle", set: keptOf("Title", ["Text"]) };
const legend: HostType<HostChart> = { name: "ChartLegend", set: keptOf("Legend", ["Position"]) };
const axis: HostType<HostChart> = {
  name: "ChartAxis",
  set: keptOf("ValueAxis", ["Minimum", "Maximum", "NumberFormat"]),
};
const axes: HostType<HostChart> = { name: "ChartAxes", nav: { ValueAxis: (chart) => hostObject(axis, chart) } };

const chart: HostType<HostChart> = {
  name: "Chart",
  id: ({ id }) => id,
  set: { Name: (self, value) => void self.set.set("Name", value) },
  nav: {
    Title: (self) => hostObject(title, self),
    Legend: (self) => hostObject(legend, self),
    Axes: (self) => hostObject(axes, self),
    Series: (self) => hostObject(seriesCollection, self),
  },
  calls: {
    SetPosition: (self, [start, end]) => {
      self.areas.set("Start", areaOf(start));
      self.areas.set("End", areaOf(end));
      return null;
    },
  },
};

/** A chart made from one range has one series a column of it. */
const charts: HostType<HostSheet> = {
  name: "ChartCollection",
  objects: {
    Add: (sheet, [kind, source]) => {
      if (typeof kind !== "string" || !KINDS.includes(kind)) throw new ActionError("InvalidArgument");
      if (sheet.isProtected) throw new ActionError("AccessDenied", 403);
      const { left, right } = areaOf(source);
      const own = Array.from({ length: right - left + 1 }, (): HostSeries => ({ set: new Map(), areas: new Map() }));
      const added: HostChart = {
        ...{ id: `{CHART-${String(sheet.features.charts.length + 1)}}`, kind, series: own },
        ...{ set: new Map<string, Json>(), areas: new Map([["Source", areaOf(source)]]) },
      };
      sheet.features.charts.push(added);
      return hostObject(chart, added);
    },
  },
};

export function chartsOf(sheet: HostSheet): HostObject {
  return hostObject(charts, sheet);
}

export const CHART_TYPES: readonly HostType<never>[] = [
  ...[charts, chart, title, legend, axis, axes],
  ...[seriesCollection, series, seriesFormat, seriesFill],
];

function keptOf(prefix: string, properties: readonly string[]) {
  return Object.fromEntries(
    properties.map((property) => [
      property,
      ({ set }: HostChart, value: Json) => void set.set(`${prefix}.${property}`, value),
    ]),
  );
}

function keep(set: Map<string, Json>, property: string, value: Arguments[number] | undefined): null {
  if (typeof value !== "string") throw new ActionError("InvalidArgument");
  set.set(property, value);
  return null;
}

function keepArea({ areas }: HostSeries, property: string, range: Arguments[number] | undefined): null {
  areas.set(property, areaOf(range));
  return null;
}

function areaOf(range: Arguments[number] | undefined): Area {
  if (typeof range !== "object" || range === null || !("self" in range)) throw new ActionError("InvalidArgument");
  return (range as HostObject<HostRange>).self.area;
}
