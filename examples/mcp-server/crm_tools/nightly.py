"""Closes the tasks that nobody is assigned to."""

from __future__ import annotations

from crm_tools import attio


def main() -> None:
    for task in attio.open_tasks():
        if not task["assignees"]:
            attio.complete(task["id"]["task_id"])


if __name__ == "__main__":
    main()
