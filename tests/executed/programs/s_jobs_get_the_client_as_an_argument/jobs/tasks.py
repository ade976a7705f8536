def run(crm):
    return crm.call("GET", "/tasks")
