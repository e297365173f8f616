namespace Recommender.Storage.Sources.Mapping;

/// <summary>The columns that a mapping may fill, and the names under which shops' files have them.</summary>
static class CanonicalColumns
{
    /// <summary>Each canonical purchases column with its synonyms, nearest first; compared without case, blanks and punctuation.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Purchases = new Dictionary<string, string[]>
    {
        ["order_id"] = ["order_id", "order", "order_no", "order_number", "invoice", "invoice_no", "invoice_id", "invoice_number", "transaction_id", "transaction_no",
            "transaction", "receipt", "receipt_no", "receipt_id", "receipt_number", "ticket", "ticket_no", "ticket_id", "ticket_number", "basket_id", "basket",
            "sales_order_number", "document_no", "bon", "sale_id", "increment_id"],
        ["customer_id"] = ["customer_id", "customer", "customer_no", "customer_number", "client_id", "client", "client_no", "user_id", "user", "account_id", "account",
            "account_no", "member_id", "card_no", "loyalty_card", "household_key", "buyer_id", "customer_email", "email", "reseller_key"],
        ["item_id"] = ["item_id", "item", "item_no", "item_number", "item_code", "sku", "stock_code", "product_id", "product", "product_no", "product_code", "product_key",
            "article", "article_id", "article_no", "article_number", "plu", "ean", "upc", "gtin", "barcode", "material", "part_no", "part_number", "variant_id",
            "book_id", "movie_id"],
        ["quantity"] = ["quantity", "qty", "order_quantity", "units", "count", "pieces", "qty_ordered", "amount_of_items", "menge", "cantidad", "quantidade"],
        ["amount"] = ["amount", "line_total", "total", "line_amount", "sales_amount", "extended_amount", "extended_price", "total_price", "revenue", "sales",
            "sales_value", "net_amount", "row_total", "subtotal", "turnover", "betrag", "importe", "valor"],
        ["unit_price"] = ["unit_price", "price", "price_each", "item_price", "unit_cost_price", "selling_price", "sale_price", "retail_price", "preis", "precio", "preco"],
        ["discount"] = ["discount", "line_discount", "discount_amount"],
        ["purchased_at"] = ["purchased_at", "purchase_date", "invoice_date", "order_date", "date", "timestamp", "datetime", "date_time", "created_at", "transaction_date",
            "sale_date", "sold_at", "ordered_at", "time_stamp", "day", "purchase_time", "transaction_time", "receipt_date", "ticket_date", "datum", "fecha", "data"],
        ["site_id"] = ["site_id", "site", "store_id", "store", "shop", "shop_id", "branch", "branch_id", "outlet", "till", "location", "warehouse"],
        ["region"] = ["region", "country", "shipping_country", "billing_country", "state", "territory", "area"],
        ["channel"] = ["channel", "purchase_type", "sales_channel", "order_type", "source", "business_type"],
        ["currency"] = ["currency", "currency_code", "order_currency_code"],
        ["rating"] = ["rating", "stars", "score"],
        ["cancelled"] = ["cancelled", "canceled", "cancelled_at", "canceled_at"],
        ["name"] = ["name", "description", "item_name", "product_name", "item_description", "product_description", "title", "article_name"],
        ["category"] = ["category", "category_name", "product_category", "department", "commodity_desc", "item_category", "group"],
        ["family"] = ["family", "product_family", "subcategory", "sub_category", "product_line"],
        ["brand"] = ["brand", "brand_name", "manufacturer", "vendor", "supplier"],
        ["variant_of"] = ["variant_of", "parent_sku", "parent_id", "parent_item", "model"],
        ["cost"] = ["cost", "unit_cost", "cost_price", "purchase_price"],
    };

    public static readonly IReadOnlyDictionary<string, string[]> Items = new Dictionary<string, string[]>
    {
        ["item_id"] = Purchases["item_id"].Append("id").ToArray(),
        ["name"] = Purchases["name"],
        ["category"] = Purchases["category"],
        ["family"] = Purchases["family"],
        ["brand"] = Purchases["brand"],
        ["variant_of"] = Purchases["variant_of"],
        ["price"] = ["price", "list_price", "unit_price", "retail_price", "selling_price"],
        ["cost"] = Purchases["cost"].Append("standard_cost").ToArray(),
        ["stock"] = ["stock", "stock_on_hand", "inventory", "on_hand", "available"],
        ["launched_at"] = ["launched_at", "launch_date", "created_at", "start_date", "introduced_at"],
        ["discontinued_at"] = ["discontinued_at", "end_date", "discontinued"],
        ["strategic"] = ["strategic"],
    };

    public static readonly IReadOnlyDictionary<string, string[]> Customers = new Dictionary<string, string[]>
    {
        ["customer_id"] = Purchases["customer_id"].Append("id").ToArray(),
        ["name"] = ["name", "customer_name", "company", "company_name", "account_name"],
        ["kind"] = ["kind", "customer_kind", "customer_type"],
        ["parent_account"] = ["parent_account", "parent", "parent_id", "group_account"],
        ["region"] = Purchases["region"],
        ["signed_up_at"] = ["signed_up_at", "signup_date", "registered_at", "created_at", "member_since", "joined_at"],
    };

    /// <summary>Columns that describe the item, wherever its line mentions them.</summary>
    public static readonly string[] ItemColumnsOnLines = ["name", "category", "family", "brand", "variant_of", "cost"];
}
