import worker
from jobs import JOBS, plan

plan("GET", "/notes")
plan("DELETE", "/tasks/1")
worker.run(JOBS)  # call-or-unresolved: GET /v2/notes | DELETE /v2/tasks/{task_id}
