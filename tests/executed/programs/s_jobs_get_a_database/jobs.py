def run(crm):
    return crm.call("DELETE", "/tasks/1")
