"""The same problems by HiGHS, level by level with the earlier values as rows: an engine of other people's making."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, vstack

from allocator.solver import LIMIT, Problem


def lexicographic(problem: Problem) -> list[int] | None:
    """The value of every level, or nothing where there is no solution."""
    rows = csr_matrix(
        (problem.data, problem.indices, problem.indptr), shape=(problem.rows, problem.columns), dtype=float
    )
    lower = np.where(problem.row_lb <= -LIMIT, -np.inf, problem.row_lb.astype(float))
    upper = np.where(problem.row_ub >= LIMIT, np.inf, problem.row_ub.astype(float))
    found: list[int] = []
    for level in range(problem.levels):
        coefficients = problem.level_coef[level].astype(float)
        answer = milp(
            coefficients if problem.level_sense[level] == "min" else -coefficients,
            integrality=np.ones(problem.columns),
            bounds=Bounds(problem.col_lb.astype(float), problem.col_ub.astype(float)),
            constraints=LinearConstraint(rows, lower, upper) if rows.shape[0] else None,
            options={"mip_rel_gap": 0},
        )
        if answer.status == 2:
            return None
        assert answer.status == 0, answer.message
        values = np.rint(answer.x).astype(np.int64)
        assert problem.accepts(values)
        total = int(np.dot(problem.level_coef[level], values))
        found.append(total + int(problem.level_offset[level]))
        rows = vstack([rows, csr_matrix(coefficients)], format="csr")
        lower, upper = np.append(lower, total), np.append(upper, total)
    return found
