from attio import Attio

crm = Attio("key")
crm.notes.list(limit=5)  # call: GET /v2/notes
crm.tasks.list()  # call: GET /v2/tasks
crm.tasks.get("1")  # call: GET /v2/tasks/{task_id}
crm.notes.create({})
