import json
import os
import pickle

from tile_generator import TileGenerator

generator = TileGenerator(
    product=os.environ["PRODUCT"],
    latitude=json.loads(os.environ["LATITUDE"]),
    longitude=json.loads(os.environ["LONGITUDE"]),
    time=(os.environ["TIME_START"], os.environ["TIME_END"]),
)
size = int(os.environ["TILES_PER_CLUSTER"])
cells = generator.generate_tiles()
keys = sorted(cells)
with open("/tmp/product_cells.pickle", "wb") as file:
    pickle.dump(cells, file)
with open("/tmp/keys.json", "w") as file:
    json.dump([keys[i : i + size] for i in range(0, len(keys), size)], file)
