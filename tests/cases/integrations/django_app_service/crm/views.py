from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST


@require_POST
def attio_webhook(request):
    return JsonResponse({"endpoint": request.POST.get("lists")})


urlpatterns = [path("v2/webhooks", attio_webhook, name="attio-webhook")]
