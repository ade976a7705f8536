import httpx

state = {}
clients = dict()


async def startup():
    state["http"] = httpx.AsyncClient(base_url="https://api.attio.com/v2")
    clients.update(crm=httpx.AsyncClient(base_url="https://api.attio.com/v2"))


async def notes():
    return await state["http"].get("/notes")  # call: GET /v2/notes


async def tasks():
    crm = clients.get("crm")
    if crm is None:
        raise RuntimeError("not started")
    return await crm.get("/tasks")  # call: GET /v2/tasks
