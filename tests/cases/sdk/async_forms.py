"""The asynchronous forms."""
import asyncio

from attio import SDK


async def main(token):
    async with SDK(oauth2=token) as sdk:
        await sdk.lists.get_v2_lists_async()  # call: GET /v2/lists
        await asyncio.gather(
            sdk.threads.get_v2_threads_async(record_id="r", object="people"),  # call: GET /v2/threads
            sdk.comments.get_v2_comments_comment_id__async(comment_id="c"),  # call: GET /v2/comments/{comment_id}
        )


asyncio.run(main("t"))
