from client import AttioClient


async def list_tasks(client: AttioClient, args: dict):
    return await client.request("GET", "/tasks", params=args)  # call: GET /v2/tasks


async def complete_task(client: AttioClient, args: dict):
    return await client.request("PATCH", f"/tasks/{args['id']}", json={"data": {"is_completed": True}})  # call: PATCH /v2/tasks/{task_id}


TOOLS = {"list_tasks": list_tasks, "complete_task": complete_task}
