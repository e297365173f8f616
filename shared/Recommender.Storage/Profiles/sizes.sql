WITH baskets AS (
  SELECT count(*) AS size, bool_and(anonymous) AS anonymous FROM basket_items GROUP BY order_id
),
classes AS (
  SELECT CASE WHEN size = 1 THEN '1' WHEN size = 2 THEN '2' WHEN size <= 5 THEN '3 to 5' WHEN size <= 10 THEN '6 to 10'
              WHEN size <= 20 THEN '11 to 20' WHEN size <= 50 THEN '21 to 50' ELSE 'over 50' END AS class,
         min(size) AS least, count(*) AS baskets
  FROM baskets GROUP BY 1
)
SELECT count(*), count(*) FILTER (anonymous), quantile_disc(size, 0.5), quantile_disc(size, 0.95), max(size),
       (SELECT list(class || '=' || baskets ORDER BY least) FROM classes)
FROM baskets
