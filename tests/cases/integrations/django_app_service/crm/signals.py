from django.db.models.signals import post_save
from django.dispatch import receiver

from crm.services import AttioService

service = AttioService()


@receiver(post_save, sender="users.User")
def push_user(sender, instance, created, **kwargs):
    if created:
        person = service.create_or_update_person(instance.email)
        service.add_to_list("signups", person["data"]["id"]["record_id"])
    else:
        service._make_request("GET", f"objects/people/records/{instance.attio_id}")  # call: GET /v2/objects/{object}/records/{record_id}
