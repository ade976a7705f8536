def run(event, context):
    from transport import call

    return call("POST", "/tasks")  # call: POST /v2/tasks


def other():
    import transport

    transport.call("DELETE", "/tasks/1")  # call: DELETE /v2/tasks/{task_id}


def unrelated(call):
    call("POST", "/tasks")
