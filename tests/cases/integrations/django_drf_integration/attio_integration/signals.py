from django.db.models.signals import post_save
from django.dispatch import receiver

from .client import AttioAPI


@receiver(post_save)
def on_save(sender, instance, created, **kwargs):
    if created:
        AttioAPI()._call("post", f"lists/{instance.list_slug}/entries", {"data": {}})  # call: POST /v2/lists/{list}/entries
