def run(crm):
    return crm.call("POST", "/comments", json={})
