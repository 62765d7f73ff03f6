"""The pages of cases, runs, decisions, downloads and the log: each module has a router."""

from allocator.web.routes import cases, common, decisions, downloads, home, notices, runs

ROUTERS = (common.router, home.router, cases.router, runs.router, decisions.router, downloads.router, notices.router)
