def thread(key):
    return f"/v2/threads/{key}"
