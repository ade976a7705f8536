from common.rest import Rest

affinity = Rest("https://api.affinity.co/v2")
