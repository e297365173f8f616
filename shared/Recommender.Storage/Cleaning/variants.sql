-- Every variant is bought as the thing it is a variant of.
UPDATE lines SET item_id = listed_items.variant_of FROM listed_items
WHERE listed_items.item_id = lines.item_id AND listed_items.variant_of IS NOT NULL;
UPDATE lines SET item_id = variant_of WHERE variant_of IS NOT NULL AND variant_of <> item_id;
