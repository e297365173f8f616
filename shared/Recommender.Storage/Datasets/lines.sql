-- Every line with its basket and item; quantity and amount only where they are asked for.
SELECT b.basket, i.item, CAST(p.quantity AS FLOAT) AS quantity, CAST(p.amount AS FLOAT) AS amount
FROM bought($purchases, $items) p
LEFT JOIN customers c ON c.id = p.customer_id
JOIN baskets b ON b.order_id = p.order_id AND b.customer IS NOT DISTINCT FROM c.customer
JOIN numbered_items i ON i.id = p.item_id
