from pipeline.attio import AttioClient


def sync(client: AttioClient):
    client.request("PUT", "/objects/people/records", json={})  # call: PUT /v2/objects/{object}/records
