def export(client):
    return client.records.post_v2_objects_object_records_query(object="people")  # call: POST /v2/objects/{object}/records/query


def never_called(anything):
    return anything.tasks.patch_v2_tasks_task_id_(task_id="t", data={})  # call: PATCH /v2/tasks/{task_id}
