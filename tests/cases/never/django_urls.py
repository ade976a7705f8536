# expects nothing
from django.test import Client
from django.urls import path

UPSTREAM = "https://api.attio.com/v2"


def lists(request):
    return request.GET.get("/v2/lists")


urlpatterns = [path("v2/lists", lists), path("v2/notes", lists, {"upstream": UPSTREAM})]

client = Client()
client.get("/v2/lists")
client.post("/v2/notes", {})
