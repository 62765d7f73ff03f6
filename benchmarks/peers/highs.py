"""HiGHS MIP, one objective after another, earlier values as rows. Its library and ortools' exclude each other."""

import highspy
import numpy as np

from allocator.solver import LIMIT, Ints, Problem
from benchmarks.peers import Chain, Clock, Found


def solve(problem: Problem, clock: Clock, *, threads: int) -> None:
    """All levels with so many threads (0: HiGHS chooses)."""
    Mip(problem, threads).run(clock)


class Mip(Chain):
    """One model, built once."""

    def __init__(self, problem: Problem, threads: int) -> None:
        super().__init__(problem)
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("threads", threads), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5)):
            self._highs.setOptionValue(option, value)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = problem.columns, problem.rows
        model.col_cost_ = np.zeros(problem.columns)
        model.col_lower_, model.col_upper_ = problem.col_lb.astype(float), problem.col_ub.astype(float)
        model.row_lower_ = np.where(problem.row_lb <= -LIMIT, -highspy.kHighsInf, problem.row_lb)
        model.row_upper_ = np.where(problem.row_ub >= LIMIT, highspy.kHighsInf, problem.row_ub)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = problem.indptr
        model.a_matrix_.index_ = problem.indices
        model.a_matrix_.value_ = problem.data.astype(float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * problem.columns
        self._highs.passModel(model)

    def best(self, level: int, start: Ints | None, seconds: float) -> Found:
        """One search, from the last solution."""
        highs, problem = self._highs, self.problem
        columns = np.arange(problem.columns, dtype=np.int32)
        highs.changeColsCost(problem.columns, columns, problem.level_coef[level].astype(float))
        most = problem.level_sense[level] == "max"
        highs.changeObjectiveSense(highspy.ObjSense.kMaximize if most else highspy.ObjSense.kMinimize)
        if start is not None:
            known = highspy.HighsSolution()
            known.col_value = start.astype(float).tolist()
            highs.setSolution(known)
        # The limit counts from the first run on.
        highs.setOptionValue("time_limit", highs.getRunTime() + seconds)
        highs.run()
        info, status = highs.getInfo(), highs.getModelStatus()
        values = None
        if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            values = np.rint(np.array(highs.getSolution().col_value)).astype(np.int64)
        return Found(values, info.mip_dual_bound, status == highspy.HighsModelStatus.kOptimal)

    def pin(self, level: int, total: int) -> None:
        """A row over the level's columns."""
        coefficients = self.problem.level_coef[level]
        columns = np.flatnonzero(coefficients)
        self._highs.addRow(total, total, len(columns), columns.astype(np.int32), coefficients[columns].astype(float))
