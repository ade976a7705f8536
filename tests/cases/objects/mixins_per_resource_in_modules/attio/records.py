class RecordsMixin:
    def record(self, slug, record_id):
        return self._do("GET", "objects", slug, "records", record_id)["data"]  # call: GET /v2/objects/{object}/records/{record_id}

    def search(self, query):
        return self._do("POST", "objects", "records", "search", body={"query": query})  # call: POST /v2/objects/records/search
