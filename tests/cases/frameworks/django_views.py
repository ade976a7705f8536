"""Django: views by function and by class call the same service."""
import requests
from django.http import JsonResponse
from django.urls import path
from django.views import View


class Service:
    base = "https://api.attio.com/v2"

    def fetch(self, tail):
        return requests.get(self.base + tail).json()


class Notes(View):
    service = Service()

    def get(self, request, note_id=None):
        return JsonResponse(self.service.fetch("/notes"))  # call: GET /v2/notes

    def delete(self, request, note_id):
        requests.delete(f"{self.service.base}/notes/{note_id}")  # call: DELETE /v2/notes/{note_id}


def tasks(request):
    return JsonResponse(Service().fetch("/tasks"))  # call: GET /v2/tasks


urlpatterns = [path("notes/", Notes.as_view()), path("tasks/", tasks), path("lists/", lambda request: Service().fetch("/lists"))]  # call: GET /v2/lists
