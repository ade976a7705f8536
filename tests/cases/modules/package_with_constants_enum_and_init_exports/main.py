import crm
from crm import Resource, Verb, request


async def main():
    await request(Verb.GET, Resource.MEMBERS)  # call: GET /v2/workspace_members
    await crm.request(crm.Verb.POST, crm.Resource.NOTES, json={})  # call: POST /v2/notes
    await request(Verb.GET.value, Resource.TASKS.value, "1")  # call: GET /v2/tasks/{task_id}
