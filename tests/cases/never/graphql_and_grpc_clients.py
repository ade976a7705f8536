# expects nothing
import boto3
import redis

cache = redis.Redis()
cache.get("https://api.attio.com/v2/lists")
cache.delete("https://api.attio.com/v2/notes/1")

table = boto3.resource("dynamodb").Table("attio")
table.get_item(Key={"url": "https://api.attio.com/v2/lists"})
table.put_item(Item={"url": "https://api.attio.com/v2/notes"})
