# expects nothing
import attio_client

api = attio_client.ListsApi(attio_client.ApiClient(attio_client.Configuration(access_token="t")))
api.list_entries_query("deals")
api.lists_get()
