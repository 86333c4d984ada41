# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured, how it compares, and what was aimed at: one table, a section a subject."""

from dataclasses import dataclass, field
from statistics import median
from typing import Callable

from measurements import Measurement, Measurements

OURS = "sluice"
LIMIT = "fused loop"
PEERS = ("NumPy by hand", "PyTorch", "ADOL-C", "Stan Math")

# What is aimed at, by workload.
OVER_LIMIT = {"origin": 1.3, "deep": 1.4, "trans": 1.5}
FRAME_OVER_LIMIT = {"origin": 1.2, "deep": 1.4, "trans": 1.3}
AHEAD_OF = {
    "PyTorch": {"origin": 6, "deep": 7, "trans": 5},
    "NumPy by hand": {"origin": 2.2, "deep": 2.8, "trans": 2.0},
    "ADOL-C": {"origin": 20, "deep": 25, "trans": 15},
}
SINGLE_AHEAD_OF_DOUBLE = {"deep": 1.8, "trans": 1.8}
OVER_BEST_INSTRUCTIONS = {"x86-64-v3": 1.3, "baseline": 3.0}
QUANTILES_AHEAD_OF = {"nth_element": 7, "vqsort": 2}
WELL_BEHAVED_SAMPLES = ("normal", "origin", "trans")
WORST_QUANTILES_OVER_SORT = 1.2
NORMALS_AHEAD_OF = {"mt19937_64": 4}
# A billion samples against ten million; the rest is what the system does with pages.
MEMORY_OVER_TEN_MILLION = 1.1


# What has a section that knows about it.
_GROUPS = ("evaluation", "instructions", "frame", "part", "quantiles", "moments", "draws", "nodes", "points", "samples")


@dataclass
class Section:
    title: str
    headings: "list[str]"
    rows: "list[list[str]]" = field(default_factory=list)

    def add(self, *cells: str) -> None:
        self.rows.append(list(cells))


@dataclass
class Comparison:
    """One contender among those of its case."""

    contender: str
    over_limit: "float | None"
    ahead: "float | None"

    @property
    def family(self) -> str:
        """A peer may be used in several ways, which are named after a comma."""
        return self.contender.split(",")[0]


class Report:
    def __init__(self, measurements: "Measurements"):
        self._all = measurements
        self._met = 0
        self._missed = 0
        self._sections: "list[Section]" = []
        self._add_evaluation()
        self._add_instructions()
        self._add_frame()
        self._add_quantiles()
        self._compare("Moments: a sample", "moments", lambda case, comparison: "")
        self._add_draws()
        for group in dict.fromkeys(group for group, _, _ in self._all if group not in _GROUPS):
            self._compare(f"{group.capitalize()}: an item", group, lambda case, comparison: "")
        self._add_nodes()
        self._add_sweeps()

    def __str__(self) -> str:
        lines = ["One thread is timed by the processor's clock, several by the wall's.", ""]
        for section in self._sections:
            if section.rows:
                lines += [section.title, *_aligned([section.headings, *section.rows]), ""]
        return "\n".join([*lines, f"{self._met} of {self._met + self._missed} targets are met."])

    # Targets

    def _at_most(self, value: float, target: float, what: str) -> str:
        return self._judged(value <= target, f"{what} {value:.3g}, at most {target:g}")

    def _at_least(self, value: float, target: float, what: str) -> str:
        return self._judged(value >= target, f"{what} {value:.3g}, at least {target:g}")

    def _judged(self, is_met: bool, text: str) -> str:
        self._met += is_met
        self._missed += not is_met
        return f"{text}: {'met' if is_met else 'NOT MET'}"

    # Contenders of one case beside each other

    def _cases(self, group: str) -> "list[str]":
        return list(dict.fromkeys(case for g, case, _ in self._all if g == group))

    def _fastest(self, group: str, case: str) -> "dict[str, tuple[str, Measurement]]":
        """Each family's fastest contender; the limit first, then ours."""
        fastest: "dict[str, tuple[str, Measurement]]" = {}
        for (g, c, contender), measurement in self._all.items():
            family = Comparison(contender, None, None).family
            if (g, c) == (group, case) and (family not in fastest or _is_faster(measurement, fastest[family][1])):
                fastest[family] = (contender, measurement)
        order = {LIMIT: 0, OURS: 1}
        return dict(sorted(fastest.items(), key=lambda item: order.get(item[0], 2)))

    def _compare(self, title: str, group: str, target: "Callable[[str, Comparison], str]") -> Section:
        section = Section(title, ["", "", "ns: median [min..max]", "over limit", "sluice ahead", "target"])
        self._sections.append(section)
        for case in self._cases(group):
            fastest = self._fastest(group, case)
            limit = _median(fastest.get(LIMIT))
            ours = _median(fastest.get(OURS))
            for family, (contender, measurement) in fastest.items():
                if measurement.error:
                    section.add(case, contender, measurement.error)
                    continue
                over = measurement.median / limit if limit else None
                ahead = measurement.median / ours if ours and family not in (OURS, LIMIT) else None
                section.add(case, contender, str(measurement), _number(over), _number(ahead, "×"),
                            target(case, Comparison(contender, over, ahead)))
            if group == "evaluation" and case.endswith("float64 1"):
                for peer in PEERS:
                    if peer not in fastest:
                        section.add(case, peer, "absent")
        return section

    # Subjects

    def _add_evaluation(self) -> None:
        def target(case: str, comparison: Comparison) -> str:
            workload, kind = case.split(" ", 1)
            if kind == "float64 1" and comparison.family == OURS and comparison.over_limit:
                return self._at_most(comparison.over_limit, OVER_LIMIT[workload], "over limit")
            if kind == "float64 1" and comparison.family in AHEAD_OF and comparison.ahead:
                return self._at_least(comparison.ahead, AHEAD_OF[comparison.family][workload], "ahead")
            if kind == "float32 1" and comparison.family == OURS and workload in SINGLE_AHEAD_OF_DOUBLE:
                double = _median(self._fastest("evaluation", f"{workload} float64 1").get(OURS))
                single = _median(self._fastest("evaluation", case).get(OURS))
                if double and single:
                    return self._at_least(double / single, SINGLE_AHEAD_OF_DOUBLE[workload], "ahead of float64")
            return ""

        self._compare("Value and gradient of 1,000 points × 1,000 samples, noise cached: an evaluation, by workload, "
                      "precision and threads", "evaluation", target)

    def _add_instructions(self) -> None:
        section = Section("The evaluator by instruction set, float64, one thread: an evaluation",
                          ["", "", "ns: median [min..max]", "target"])
        self._sections.append(section)
        for case in self._cases("instructions"):
            found = {name: m for (g, c, name), m in self._all.items() if (g, c) == ("instructions", case)}
            best = min((m.median for m in found.values() if not m.error), default=None)
            for name, measurement in found.items():
                if measurement.error:
                    section.add(case, name, measurement.error)
                    continue
                goal = OVER_BEST_INSTRUCTIONS.get(name)
                target = self._at_most(measurement.median / best, goal, "over the best") if goal else ""
                section.add(case, name, str(measurement), target)

    def _add_frame(self) -> None:
        def target(case: str, comparison: Comparison) -> str:
            workload, threads = case.split(" ")
            if threads == "2" and comparison.family == OURS and comparison.over_limit:
                return self._at_most(comparison.over_limit, FRAME_OVER_LIMIT[workload], "over limit")
            return ""

        self._compare("The frame (noise, cached, then value, gradient and statistics): a sample, by workload and "
                      "threads", "frame", target)
        self._compare("The frame's parts, one thread: a sample", "part", lambda case, comparison: "")

    def _add_quantiles(self) -> None:
        def target(case: str, comparison: Comparison) -> str:
            if not comparison.ahead:
                return ""
            if case.split(" ")[0] in WELL_BEHAVED_SAMPLES:
                goal = QUANTILES_AHEAD_OF.get(comparison.family)
                return self._at_least(comparison.ahead, goal, "ahead") if goal else ""
            if comparison.family == "vqsort":
                return self._at_most(1 / comparison.ahead, WORST_QUANTILES_OVER_SORT, "over the sort")
            return ""

        self._compare("Five exact quantiles: a sample", "quantiles", target)

    def _add_draws(self) -> None:
        def target(case: str, comparison: Comparison) -> str:
            goal = NORMALS_AHEAD_OF.get(comparison.family) if case == "normal" else None
            return self._at_least(comparison.ahead, goal, "ahead") if goal and comparison.ahead else ""

        self._compare("Draws of noise: a variate", "draws", target)

    def _add_nodes(self) -> None:
        section = Section("Growth with nodes: ns a node", [])
        self._sections.append(section)
        for (group, case, _), measurement in self._all.items():
            if group != "nodes" or measurement.error:
                continue
            stages = {name: values for name, values in measurement.counters.items() if name != "bytes"}
            section.headings = ["", "nodes", *stages, "MiB"]
            section.add(case, _count(measurement),
                        *(f"{1e9 * median(seconds) / measurement.items:,.0f}" for seconds in stages.values()),
                        _mebibytes(measurement))

    def _add_sweeps(self) -> None:
        for group in ("points", "samples"):
            section = Section(f"Growth with {group}: an evaluation, with statistics, all threads",
                              ["", "evaluations", "ns: median [min..max]", "seconds", "MiB", "target"])
            self._sections.append(section)
            for (g, case, count), measurement in self._all.items():
                if g != group:
                    continue
                if measurement.error:
                    section.add(case, count, measurement.error)
                    continue
                seconds = 1e-9 * measurement.median * measurement.items
                section.add(case, _count(measurement), str(measurement), f"{seconds:.3g}", _mebibytes(measurement),
                            self._memory_target(case, count))

    def _memory_target(self, case: str, count: str) -> str:
        ten_million = self._all.get(("samples", case, str(10**7)))
        if count != str(10**9) or ten_million is None or ten_million.error:
            return ""
        billion = self._all[("samples", case, count)]
        return self._at_most(_bytes(billion) / _bytes(ten_million), MEMORY_OVER_TEN_MILLION,
                             "memory over that of ten million")


def _aligned(rows: "list[list[str]]") -> "list[str]":
    """The first column says only what changes, and the last is as long as it likes."""
    columns = max(len(row) for row in rows)
    rows = [row + [""] * (columns - len(row)) for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(columns - 1)]
    lines = []
    previous = None
    for row in rows:
        texts = ["" if row[0] == previous else row[0], *row[1:]]
        previous = row[0]
        cells = [text.ljust(width) for text, width in zip(texts, widths)]
        lines.append(("  " + "  ".join([*cells, texts[-1]])).rstrip())
    return lines


def _median(entry: "tuple[str, Measurement] | None") -> "float | None":
    return entry[1].median if entry and not entry[1].error else None


def _is_faster(one: Measurement, other: Measurement) -> bool:
    return bool(other.error) or (not one.error and one.median < other.median)


def _number(value: "float | None", sign: str = "") -> str:
    return "" if value is None else f"{value:.3g}{sign}"


def _count(measurement: Measurement) -> str:
    return f"{measurement.items:,.0f}"


def _bytes(measurement: Measurement) -> float:
    return median(measurement.counters["bytes"])


def _mebibytes(measurement: Measurement) -> str:
    return f"{_bytes(measurement) / 2**20:,.1f}"
