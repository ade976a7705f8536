"""The same method name, but nothing in the project imports the SDK."""
# expects nothing


def export(client):
    return client.records.post_v2_objects_object_records_query(object="people")
