// Made by `npm run generate` from the documents in openapi/. Do not edit.
export interface paths {
    "/customers/{customer_id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        /**
         * List a customer's addresses
         * @description Lists a customer's addresses, newest first.
         */
        get: operations["listAddresses"];
        put?: never;
        /**
         * Create an address
         * @description Creates an address of a customer.
         */
        post: operations["createAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customer_id}/addresses/{address_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
                /** @description Paddle ID of the address. */
                address_id: components["parameters"]["address-id"];
            };
            cookie?: never;
        };
        /**
         * Get an address
         * @description Returns an address of the customer, archived or not.
         */
        get: operations["getAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update an address
         * @description Changes only the fields that are sent. An archived address can be changed only by a request that sets
         *     `status` to `active`.
         */
        patch: operations["updateAddress"];
        trace?: never;
    };
    "/customers/{customer_id}/businesses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        /**
         * List a customer's businesses
         * @description Lists a customer's businesses, newest first.
         */
        get: operations["listBusinesses"];
        put?: never;
        /**
         * Create a business
         * @description Creates a business of a customer.
         */
        post: operations["createBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customer_id}/businesses/{business_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
                /** @description Paddle ID of the business. */
                business_id: components["parameters"]["business-id"];
            };
            cookie?: never;
        };
        /**
         * Get a business
         * @description Returns a business of the customer, archived or not.
         */
        get: operations["getBusiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a business
         * @description Changes only the fields that are sent. An archived business can be changed only by a request that sets
         *     `status` to `active`.
         */
        patch: operations["updateBusiness"];
        trace?: never;
    };
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Lists customers, newest first.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Create a customer
         * @description Creates a customer. Each email address can belong to one customer only.
         */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        /**
         * Get a customer
         * @description Returns a customer, archived or not.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a customer
         * @description Changes only the fields that are sent. An archived customer can be changed only by a request that sets
         *     `status` to `active`.
         */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List event types
         * @description Lists all event types, on one page.
         */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Lists events of the last 90 days, newest first. Events exist with or without destinations.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List IP addresses of webhooks
         * @description Lists the addresses that webhooks come from. Needs no API key. Paddock returns the published addresses of the sandbox; its own deliveries come from the machine it runs on.
         */
        get: operations["getIpAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notification settings
         * @description Lists destinations, newest first.
         */
        get: operations["listNotificationSettings"];
        put?: never;
        /**
         * Create a notification setting
         * @description Creates a destination, which is active immediately. At most ten can be active.
         */
        post: operations["createNotificationSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-settings/{notification_setting_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the notification setting. */
                notification_setting_id: components["parameters"]["notification-setting-id"];
            };
            cookie?: never;
        };
        /**
         * Get a notification setting
         * @description Returns a destination.
         */
        get: operations["getNotificationSetting"];
        put?: never;
        post?: never;
        /**
         * Delete a notification setting
         * @description Deletes a destination, with its notifications and their logs.
         */
        delete: operations["deleteNotificationSetting"];
        options?: never;
        head?: never;
        /**
         * Update a notification setting
         * @description Changes only the fields that are sent.
         */
        patch: operations["updateNotificationSetting"];
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notifications
         * @description Lists notifications of the last 90 days, newest first.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{notification_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the notification. */
                notification_id: components["parameters"]["notification-id"];
            };
            cookie?: never;
        };
        /**
         * Get a notification
         * @description Returns a notification.
         */
        get: operations["getNotification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{notification_id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the notification. */
                notification_id: components["parameters"]["notification-id"];
            };
            cookie?: never;
        };
        /**
         * List the logs of a notification
         * @description Lists delivery attempts of the notification, newest first.
         */
        get: operations["listNotificationLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{notification_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the notification. */
                notification_id: components["parameters"]["notification-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a notification
         * @description Sends the event again in a new notification with the same `event_id`. Takes no body.
         */
        post: operations["replayNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customer_id}/portal-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a customer portal session
         * @description Creates links that open the customer portal for a customer. The body is optional.
         */
        post: operations["createCustomerPortalSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subscriptions
         * @description Lists subscriptions, newest first. Filter by `customer_id` for those of one customer.
         */
        get: operations["listSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscription_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the subscription. */
                subscription_id: components["parameters"]["subscription-id"];
            };
            cookie?: never;
        };
        /**
         * Get a subscription
         * @description Returns a subscription.
         */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List transactions
         * @description Lists transactions, newest first.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/{transaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the transaction. */
                transaction_id: components["parameters"]["transaction-id"];
            };
            cookie?: never;
        };
        /**
         * Get a transaction
         * @description Returns a transaction.
         */
        get: operations["getTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "address.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of address.created */
        post: operations["addressCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "address.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of address.updated */
        post: operations["addressUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of customer.created */
        post: operations["customerCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of customer.updated */
        post: operations["customerUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "subscription.canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of subscription.canceled */
        post: operations["subscriptionCanceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "subscription.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of subscription.created */
        post: operations["subscriptionCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "subscription.past_due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of subscription.past_due */
        post: operations["subscriptionPastDue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "subscription.paused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of subscription.paused */
        post: operations["subscriptionPaused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "subscription.resumed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of subscription.resumed */
        post: operations["subscriptionResumed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "subscription.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of subscription.updated */
        post: operations["subscriptionUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.completed */
        post: operations["transactionCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.created */
        post: operations["transactionCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.payment_failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.payment_failed */
        post: operations["transactionPaymentFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.updated */
        post: operations["transactionUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "address.imported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of address.imported */
        post: operations["addressImported"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "business.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of business.created */
        post: operations["businessCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "business.imported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of business.imported */
        post: operations["businessImported"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "business.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of business.updated */
        post: operations["businessUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customer.imported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of customer.imported */
        post: operations["customerImported"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "subscription.activated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of subscription.activated */
        post: operations["subscriptionActivated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "subscription.imported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of subscription.imported */
        post: operations["subscriptionImported"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "subscription.trialing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of subscription.trialing */
        post: operations["subscriptionTrialing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.billed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.billed */
        post: operations["transactionBilled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.canceled */
        post: operations["transactionCanceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.paid */
        post: operations["transactionPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.past_due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.past_due */
        post: operations["transactionPastDue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.ready */
        post: operations["transactionReady"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "transaction.revised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of transaction.revised */
        post: operations["transactionRevised"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description Paddle ID of a customer.
         * @example ctm_01kpadd0ck0000000000000001
         */
        "customer-id": string;
        /**
         * @description Paddle ID of an address.
         * @example add_01kpadd0ck0000000000000002
         */
        "address-id": string;
        /**
         * @description Whether the entity can be used. Archived entities are kept and stay readable, but cannot be used for anything new.
         * @enum {string}
         */
        status: "active" | "archived";
        /**
         * Format: uuid
         * @description Identifies one request, for Paddle's support and for logs.
         */
        "request-id": string;
        /** @description A note of your own about the address. */
        "address-description": string | null;
        /** @description First line. */
        "address-first-line": string | null;
        /** @description Second line. */
        "address-second-line": string | null;
        /** @description City. */
        "address-city": string | null;
        /** @description ZIP or postal code. Required in some countries, including US and GB. */
        "address-postal-code": string | null;
        /** @description State, county or region. */
        "address-region": string | null;
        /**
         * @description Two-letter ISO 3166-1 code of a country that Paddle sells to.
         * @example US
         * @enum {string}
         */
        "country-code": "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AO" | "AR" | "AS" | "AT" | "AU" | "AW" | "AX" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BF" | "BG" | "BH" | "BI" | "BJ" | "BL" | "BM" | "BN" | "BO" | "BQ" | "BR" | "BS" | "BT" | "BV" | "BW" | "BZ" | "CA" | "CC" | "CG" | "CH" | "CI" | "CK" | "CL" | "CM" | "CN" | "CO" | "CR" | "CV" | "CW" | "CX" | "CY" | "CZ" | "DE" | "DJ" | "DK" | "DM" | "DO" | "DZ" | "EC" | "EE" | "EG" | "EH" | "ER" | "ES" | "ET" | "FI" | "FJ" | "FK" | "FM" | "FO" | "FR" | "GA" | "GB" | "GD" | "GE" | "GF" | "GG" | "GH" | "GI" | "GL" | "GM" | "GN" | "GP" | "GQ" | "GR" | "GS" | "GT" | "GU" | "GW" | "GY" | "HK" | "HM" | "HN" | "HR" | "HU" | "ID" | "IE" | "IL" | "IM" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JE" | "JM" | "JO" | "JP" | "KE" | "KG" | "KH" | "KI" | "KM" | "KN" | "KR" | "KW" | "KY" | "KZ" | "LA" | "LB" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "MA" | "MC" | "MD" | "ME" | "MF" | "MG" | "MH" | "MK" | "MN" | "MO" | "MP" | "MQ" | "MR" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "MZ" | "NA" | "NC" | "NE" | "NF" | "NG" | "NL" | "NO" | "NP" | "NR" | "NU" | "NZ" | "OM" | "PA" | "PE" | "PF" | "PG" | "PH" | "PK" | "PL" | "PM" | "PN" | "PR" | "PS" | "PT" | "PW" | "PY" | "QA" | "RE" | "RO" | "RS" | "RW" | "SA" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SJ" | "SK" | "SL" | "SM" | "SN" | "SR" | "ST" | "SV" | "SX" | "SZ" | "TC" | "TD" | "TF" | "TG" | "TH" | "TJ" | "TK" | "TL" | "TM" | "TN" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "UM" | "US" | "UY" | "UZ" | "VA" | "VC" | "VG" | "VI" | "VN" | "VU" | "WF" | "WS" | "XK" | "YT" | "ZA" | "ZM";
        /**
         * @description Your own keys and values, or `null`.
         * @example {
         *       "plan": "pro"
         *     }
         */
        "custom-data": {
            [key: string]: unknown;
        } | null;
        /**
         * Format: date-time
         * @description RFC 3339 time in UTC.
         * @example 2026-07-01T00:00:00Z
         */
        timestamp: string;
        /**
         * @description Origin of an imported entity, or `null`.
         * @example {
         *       "external_id": "9b95b0b8-e10f-441a-862e-1936a6d818ab",
         *       "imported_from": "paddle_classic"
         *     }
         */
        "import-meta": {
            /** @description ID of the entity in the original system. */
            external_id?: string | null;
            /** @description Name of the original system. */
            imported_from: string;
        } | null;
        /**
         * @description An address of a customer.
         * @example {
         *       "id": "add_01kpadd0ck0000000000000002",
         *       "customer_id": "ctm_01kpadd0ck0000000000000001",
         *       "description": "Head office",
         *       "first_line": "4050 Jefferson Plaza, 41st Floor",
         *       "second_line": null,
         *       "city": "New York",
         *       "postal_code": "10021",
         *       "region": "NY",
         *       "country_code": "US",
         *       "custom_data": {},
         *       "status": "active",
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z",
         *       "import_meta": null
         *     }
         */
        address: {
            id: components["schemas"]["address-id"];
            customer_id: components["schemas"]["customer-id"];
            description: components["schemas"]["address-description"];
            first_line: components["schemas"]["address-first-line"];
            second_line: components["schemas"]["address-second-line"];
            city: components["schemas"]["address-city"];
            postal_code: components["schemas"]["address-postal-code"];
            region: components["schemas"]["address-region"];
            country_code: components["schemas"]["country-code"];
            custom_data: components["schemas"]["custom-data"];
            status: components["schemas"]["status"];
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            import_meta: components["schemas"]["import-meta"];
        };
        /** @description Position of the page in its list. */
        pagination: {
            /** @description Actual page size. */
            per_page: number;
            next: components["schemas"]["pagination-next"];
            /** @description Whether there are more entities after this page. */
            has_more: boolean;
            /** @description Number of entities in the whole list: exact up to 100,000, else 100,001; -1 when counting was skipped. */
            estimated_total?: number;
        };
        "paginated-meta": {
            request_id: components["schemas"]["request-id"];
            pagination: components["schemas"]["pagination"];
        };
        meta: {
            request_id: components["schemas"]["request-id"];
        };
        /** @description The body of every error response. */
        error: {
            error: {
                /**
                 * @description Whether the request or the API caused the error.
                 * @enum {string}
                 */
                type: "request_error" | "api_error";
                /** @description Stable error code, for programs. */
                code: string;
                /** @description Human-readable explanation. */
                detail: string;
                /**
                 * Format: uri
                 * @description URL of Paddle's documentation of the error.
                 */
                documentation_url: string;
                /** @description The invalid fields. */
                errors?: {
                    /** @description Path of the field, with dots; `(root)` for the whole body. */
                    field: string;
                    /** @description Reason for the refusal. */
                    message: string;
                }[];
            };
            meta: components["schemas"]["meta"];
        };
        /**
         * @description Two-letter ISO 3166-1 code of a country. Countries that Paddle does not sell to are refused with
         *     `address_location_not_allowed`.
         * @example US
         * @enum {string}
         */
        "country-code-input": "AD" | "AE" | "AF" | "AG" | "AI" | "AL" | "AM" | "AO" | "AQ" | "AR" | "AS" | "AT" | "AU" | "AW" | "AX" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BF" | "BG" | "BH" | "BI" | "BJ" | "BL" | "BM" | "BN" | "BO" | "BQ" | "BR" | "BS" | "BT" | "BV" | "BW" | "BY" | "BZ" | "CA" | "CC" | "CD" | "CF" | "CG" | "CH" | "CI" | "CK" | "CL" | "CM" | "CN" | "CO" | "CR" | "CU" | "CV" | "CW" | "CX" | "CY" | "CZ" | "DE" | "DJ" | "DK" | "DM" | "DO" | "DZ" | "EC" | "EE" | "EG" | "EH" | "ER" | "ES" | "ET" | "FI" | "FJ" | "FK" | "FM" | "FO" | "FR" | "GA" | "GB" | "GD" | "GE" | "GF" | "GG" | "GH" | "GI" | "GL" | "GM" | "GN" | "GP" | "GQ" | "GR" | "GS" | "GT" | "GU" | "GW" | "GY" | "HK" | "HM" | "HN" | "HR" | "HT" | "HU" | "ID" | "IE" | "IL" | "IM" | "IN" | "IO" | "IQ" | "IR" | "IS" | "IT" | "JE" | "JM" | "JO" | "JP" | "KE" | "KG" | "KH" | "KI" | "KM" | "KN" | "KP" | "KR" | "KW" | "KY" | "KZ" | "LA" | "LB" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MF" | "MG" | "MH" | "MK" | "ML" | "MM" | "MN" | "MO" | "MP" | "MQ" | "MR" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "MZ" | "NA" | "NC" | "NE" | "NF" | "NG" | "NI" | "NL" | "NO" | "NP" | "NR" | "NU" | "NZ" | "OM" | "PA" | "PE" | "PF" | "PG" | "PH" | "PK" | "PL" | "PM" | "PN" | "PR" | "PS" | "PT" | "PW" | "PY" | "QA" | "RE" | "RO" | "RS" | "RU" | "RW" | "SA" | "SB" | "SC" | "SD" | "SE" | "SG" | "SH" | "SI" | "SJ" | "SK" | "SL" | "SM" | "SN" | "SO" | "SR" | "SS" | "ST" | "SV" | "SX" | "SY" | "SZ" | "TC" | "TD" | "TF" | "TG" | "TH" | "TJ" | "TK" | "TL" | "TM" | "TN" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "UM" | "US" | "UY" | "UZ" | "VA" | "VC" | "VE" | "VG" | "VI" | "VN" | "VU" | "WF" | "WS" | "XK" | "YE" | "YT" | "ZA" | "ZM" | "ZW";
        /**
         * @description Your own keys and JSON values, which replace the existing ones. `null` clears them.
         * @example {
         *       "plan": "pro"
         *     }
         */
        "custom-data-input": {
            [key: string]: unknown;
        } | null;
        /**
         * @description An address to create.
         * @example {
         *       "country_code": "US",
         *       "postal_code": "10021"
         *     }
         */
        "address-create": {
            description?: components["schemas"]["address-description"];
            first_line?: components["schemas"]["address-first-line"];
            second_line?: components["schemas"]["address-second-line"];
            city?: components["schemas"]["address-city"];
            postal_code?: components["schemas"]["address-postal-code"];
            region?: components["schemas"]["address-region"];
            country_code: components["schemas"]["country-code-input"];
            custom_data?: components["schemas"]["custom-data-input"];
        };
        /**
         * @description Fields of an address to change. Missing fields keep their values; `null` clears a field.
         * @example {
         *       "city": "Brooklyn"
         *     }
         */
        "address-update": {
            description?: components["schemas"]["address-description"];
            first_line?: components["schemas"]["address-first-line"];
            second_line?: components["schemas"]["address-second-line"];
            city?: components["schemas"]["address-city"];
            postal_code?: components["schemas"]["address-postal-code"];
            region?: components["schemas"]["address-region"];
            country_code?: components["schemas"]["country-code-input"];
            custom_data?: components["schemas"]["custom-data-input"];
            status?: components["schemas"]["status"];
        };
        /**
         * @description Paddle ID of a business.
         * @example biz_01kpadd0ck0000000000000003
         */
        "business-id": string;
        /** @description Name of the company. */
        "business-name": string;
        /** @description Number in the company register. */
        "business-company-number": string | null;
        /** @description Tax or VAT number. */
        "business-tax-identifier": string | null;
        /** @description A full name. */
        name: string;
        /**
         * Format: email
         * @description An email address.
         * @example sam@example.com
         */
        email: string;
        /**
         * @description A company that a customer buys for.
         * @example {
         *       "id": "biz_01kpadd0ck0000000000000003",
         *       "customer_id": "ctm_01kpadd0ck0000000000000001",
         *       "name": "ChatApp Inc.",
         *       "company_number": "555775291485",
         *       "tax_identifier": null,
         *       "status": "active",
         *       "contacts": [
         *         {
         *           "name": "Parker Jones",
         *           "email": "parker@example.com"
         *         }
         *       ],
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z",
         *       "custom_data": {},
         *       "import_meta": null
         *     }
         */
        business: {
            id: components["schemas"]["business-id"];
            customer_id: components["schemas"]["customer-id"];
            name: components["schemas"]["business-name"];
            company_number: components["schemas"]["business-company-number"];
            tax_identifier: components["schemas"]["business-tax-identifier"];
            status: components["schemas"]["status"];
            /** @description People who receive the company's invoices. */
            contacts: {
                name: components["schemas"]["name"];
                email: components["schemas"]["email"];
            }[];
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            custom_data: components["schemas"]["custom-data"];
            import_meta: components["schemas"]["import-meta"];
        };
        /** @description A contact at the company. */
        "business-contact": {
            name?: components["schemas"]["name"];
            email: components["schemas"]["email"];
        };
        /**
         * @description A business to create.
         * @example {
         *       "name": "ChatApp Inc.",
         *       "contacts": [
         *         {
         *           "name": "Parker Jones",
         *           "email": "parker@example.com"
         *         }
         *       ]
         *     }
         */
        "business-create": {
            name: components["schemas"]["business-name"];
            company_number?: components["schemas"]["business-company-number"];
            tax_identifier?: components["schemas"]["business-tax-identifier"];
            /** @description People who receive the company's invoices. Replaces the existing list; `null` clears it. */
            contacts?: components["schemas"]["business-contact"][] | null;
            custom_data?: components["schemas"]["custom-data-input"];
        };
        /**
         * @description Fields of a business to change. Missing fields keep their values; `null` clears a field.
         * @example {
         *       "company_number": "555775291485"
         *     }
         */
        "business-update": {
            name?: components["schemas"]["business-name"];
            company_number?: components["schemas"]["business-company-number"];
            tax_identifier?: components["schemas"]["business-tax-identifier"];
            /** @description People who receive the company's invoices. Replaces the existing list; `null` clears it. */
            contacts?: components["schemas"]["business-contact"][] | null;
            custom_data?: components["schemas"]["custom-data-input"];
            status?: components["schemas"]["status"];
        };
        /**
         * @description RFC 3339 time. Times without a zone are in UTC.
         * @example 2026-07-01T00:00:00Z
         */
        time: string;
        "time-bounds": {
            GT?: components["schemas"]["time"];
            GTE?: components["schemas"]["time"];
            LT?: components["schemas"]["time"];
            LTE?: components["schemas"]["time"];
        };
        "time-filter": components["schemas"]["time"] | components["schemas"]["time-bounds"];
        /**
         * @description Language for messages to the customer, as an IETF BCP 47 tag. `en` by default.
         * @example en-US
         */
        "customer-locale": string;
        /**
         * @description A person or company that pays.
         * @example {
         *       "id": "ctm_01kpadd0ck0000000000000001",
         *       "name": "Sam Miller",
         *       "email": "sam@example.com",
         *       "marketing_consent": false,
         *       "status": "active",
         *       "custom_data": {
         *         "plan": "pro"
         *       },
         *       "locale": "en-US",
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z",
         *       "import_meta": null
         *     }
         */
        customer: {
            id: components["schemas"]["customer-id"];
            /** @description Full name, or `null`. */
            name: string | null;
            email: components["schemas"]["email"];
            /** @description Whether the customer agreed to marketing messages. */
            marketing_consent: boolean;
            status: components["schemas"]["status"];
            custom_data: components["schemas"]["custom-data"];
            locale: components["schemas"]["customer-locale"];
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            import_meta: components["schemas"]["import-meta"];
        };
        /**
         * @description A customer to create.
         * @example {
         *       "email": "sam@example.com",
         *       "name": "Sam Miller",
         *       "locale": "en-US",
         *       "custom_data": {
         *         "plan": "pro"
         *       }
         *     }
         */
        "customer-create": {
            email: components["schemas"]["email"];
            /** @description Full name. */
            name?: string | null;
            custom_data?: components["schemas"]["custom-data-input"];
            locale?: components["schemas"]["customer-locale"];
        };
        /**
         * @description Fields of a customer to change. Missing fields keep their values; `null` clears a field.
         * @example {
         *       "name": "Sam Smith"
         *     }
         */
        "customer-update": {
            email?: components["schemas"]["email"];
            /** @description Full name. */
            name?: string | null;
            status?: components["schemas"]["status"];
            custom_data?: components["schemas"]["custom-data-input"];
            locale?: components["schemas"]["customer-locale"];
        };
        /**
         * @description Name of the form `<entity>.<event>`.
         * @enum {string}
         */
        "event-type-name": "address.created" | "address.imported" | "address.updated" | "adjustment.created" | "adjustment.updated" | "api_key.created" | "api_key.expired" | "api_key.expiring" | "api_key.revoked" | "api_key.updated" | "api_key_exposure.created" | "api_key_rotation.created" | "api_key_rotation.updated" | "business.created" | "business.imported" | "business.updated" | "client_token.created" | "client_token.revoked" | "client_token.updated" | "customer.created" | "customer.imported" | "customer.updated" | "discount.created" | "discount.imported" | "discount.updated" | "discount_group.created" | "discount_group.updated" | "payment_method.deleted" | "payment_method.saved" | "payout.created" | "payout.paid" | "price.created" | "price.imported" | "price.updated" | "product.created" | "product.imported" | "product.updated" | "report.created" | "report.updated" | "subscription.activated" | "subscription.canceled" | "subscription.created" | "subscription.imported" | "subscription.past_due" | "subscription.paused" | "subscription.resumed" | "subscription.trialing" | "subscription.updated" | "transaction.billed" | "transaction.canceled" | "transaction.completed" | "transaction.created" | "transaction.paid" | "transaction.past_due" | "transaction.payment_failed" | "transaction.ready" | "transaction.revised" | "transaction.updated";
        /**
         * @description An event type.
         * @example {
         *       "name": "customer.created",
         *       "description": "A customer was created.",
         *       "group": "Customer",
         *       "available_versions": [
         *         1
         *       ]
         *     }
         */
        "event-type": {
            name: components["schemas"]["event-type-name"];
            /** @description Condition of the event. */
            description: string;
            /** @description Kind of the event's entity. */
            group: string;
            /** @description API versions that have the event. */
            available_versions: number[];
        };
        /**
         * @description Paddle ID of an event. It stays the same through retries and replays.
         * @example evt_01kpadd0ck000000000000000c
         */
        "event-id": string;
        /**
         * @description An event.
         * @example {
         *       "event_id": "evt_01kpadd0ck000000000000000c",
         *       "event_type": "customer.created",
         *       "occurred_at": "2026-07-01T00:00:00Z",
         *       "data": {
         *         "id": "ctm_01kpadd0ck0000000000000001",
         *         "name": "Sam Miller",
         *         "email": "sam@example.com",
         *         "marketing_consent": false,
         *         "status": "active",
         *         "custom_data": {
         *           "plan": "pro"
         *         },
         *         "locale": "en-US",
         *         "created_at": "2026-07-01T00:00:00Z",
         *         "updated_at": "2026-07-01T00:00:00Z",
         *         "import_meta": null
         *       }
         *     }
         */
        event: {
            event_id: components["schemas"]["event-id"];
            event_type: components["schemas"]["event-type-name"];
            occurred_at: components["schemas"]["timestamp"];
            /** @description The entity at the time of the event. */
            data: {
                [key: string]: unknown;
            };
        };
        /**
         * @description Addresses that webhooks come from.
         * @example {
         *       "ipv4_cidrs": [
         *         "34.194.127.46/32",
         *         "54.234.237.108/32"
         *       ]
         *     }
         */
        "ip-addresses": {
            /** @description Blocks of IPv4 addresses. */
            ipv4_cidrs: string[];
        };
        /**
         * @description Source of the events: real, simulated or both.
         * @enum {string}
         */
        "traffic-source": "platform" | "simulation" | "all";
        /**
         * @description Paddle ID of a notification setting, which is a destination of webhooks.
         * @example ntfset_01kpadd0ck000000000000000f
         */
        "notification-setting-id": string;
        /** @description A note of your own. */
        "notification-setting-description": string;
        /**
         * @description Type of destination. Paddock records emails but does not send them.
         * @enum {string}
         */
        "notification-setting-type": "email" | "url";
        /** @description The URL or the email address. */
        "notification-destination": string;
        /**
         * @description API version of the events.
         * @example 1
         */
        "api-version": number;
        /** @description Whether to include sensitive fields. Paddle does not publish which fields these are; Paddock stores the setting and sends all fields. */
        "include-sensitive-fields": boolean;
        /** @description The secret that events are signed with, generated by Paddle. */
        "endpoint-secret-key": string;
        /**
         * @description A destination of webhooks and its subscribed events.
         * @example {
         *       "id": "ntfset_01kpadd0ck000000000000000f",
         *       "description": "Sync customers",
         *       "type": "url",
         *       "destination": "http://127.0.0.1:3000/webhooks",
         *       "active": true,
         *       "api_version": 1,
         *       "include_sensitive_fields": false,
         *       "subscribed_events": [
         *         {
         *           "name": "customer.created",
         *           "description": "A customer was created.",
         *           "group": "Customer",
         *           "available_versions": [
         *             1
         *           ]
         *         }
         *       ],
         *       "endpoint_secret_key": "pdl_ntfset_01kpadd0ck000000000000000f_9aYgNbCkWm3Tq7Xr5Zs1Vd8Ue2Pf6Hj4",
         *       "traffic_source": "platform"
         *     }
         */
        "notification-setting": {
            id: components["schemas"]["notification-setting-id"];
            description: components["schemas"]["notification-setting-description"];
            type: components["schemas"]["notification-setting-type"];
            destination: components["schemas"]["notification-destination"];
            /** @description Whether the destination is active. */
            active: boolean;
            api_version: components["schemas"]["api-version"];
            include_sensitive_fields: components["schemas"]["include-sensitive-fields"];
            /** @description Subscribed event types. */
            subscribed_events: components["schemas"]["event-type"][];
            endpoint_secret_key: components["schemas"]["endpoint-secret-key"];
            traffic_source: components["schemas"]["traffic-source"];
        };
        /** @description Event types to send. Replaces the existing list. */
        "subscribed-events": components["schemas"]["event-type-name"][];
        /**
         * @description A destination to create. Other fields are ignored, `active` among them.
         * @example {
         *       "description": "Sync customers",
         *       "type": "url",
         *       "destination": "http://127.0.0.1:3000/webhooks",
         *       "subscribed_events": [
         *         "customer.created",
         *         "customer.updated"
         *       ]
         *     }
         */
        "notification-setting-create": {
            description: components["schemas"]["notification-setting-description"];
            type: components["schemas"]["notification-setting-type"];
            destination: components["schemas"]["notification-destination"];
            api_version?: components["schemas"]["api-version"];
            include_sensitive_fields?: components["schemas"]["include-sensitive-fields"];
            subscribed_events: components["schemas"]["subscribed-events"];
            traffic_source?: components["schemas"]["traffic-source"];
        };
        /**
         * @description Fields of a destination to change. Missing fields keep their values. Other fields are ignored, `type` among them.
         * @example {
         *       "active": false
         *     }
         */
        "notification-setting-update": {
            description?: components["schemas"]["notification-setting-description"];
            destination?: components["schemas"]["notification-destination"];
            /** @description Whether the destination is active. */
            active?: boolean;
            api_version?: components["schemas"]["api-version"];
            include_sensitive_fields?: components["schemas"]["include-sensitive-fields"];
            subscribed_events?: components["schemas"]["subscribed-events"];
            traffic_source?: components["schemas"]["traffic-source"];
        };
        /**
         * @description Status of the delivery. `delivered` and `failed` are final.
         * @enum {string}
         */
        "notification-status": "not_attempted" | "needs_retry" | "delivered" | "failed";
        /**
         * @description Paddle ID of a notification, which is one event for one destination.
         * @example ntf_01kpadd0ck000000000000000d
         */
        "notification-id": string;
        /**
         * @description A webhook, as delivered to a destination.
         * @example {
         *       "event_id": "evt_01kpadd0ck000000000000000c",
         *       "event_type": "customer.created",
         *       "occurred_at": "2026-07-01T00:00:00Z",
         *       "notification_id": "ntf_01kpadd0ck000000000000000d",
         *       "data": {
         *         "id": "ctm_01kpadd0ck0000000000000001",
         *         "name": "Sam Miller",
         *         "email": "sam@example.com",
         *         "marketing_consent": false,
         *         "status": "active",
         *         "custom_data": {
         *           "plan": "pro"
         *         },
         *         "locale": "en-US",
         *         "created_at": "2026-07-01T00:00:00Z",
         *         "updated_at": "2026-07-01T00:00:00Z",
         *         "import_meta": null
         *       }
         *     }
         */
        "notification-payload": {
            event_id: components["schemas"]["event-id"];
            event_type: components["schemas"]["event-type-name"];
            occurred_at: components["schemas"]["timestamp"];
            notification_id?: components["schemas"]["notification-id"];
            /** @description The entity at the time of the event. */
            data: {
                [key: string]: unknown;
            };
        };
        /**
         * Format: date-time
         * @description RFC 3339 time in UTC, or `null`.
         */
        "nullable-timestamp": string | null;
        /**
         * @description An event for one destination.
         * @example {
         *       "id": "ntf_01kpadd0ck000000000000000d",
         *       "type": "customer.created",
         *       "status": "delivered",
         *       "payload": {
         *         "event_id": "evt_01kpadd0ck000000000000000c",
         *         "event_type": "customer.created",
         *         "occurred_at": "2026-07-01T00:00:00Z",
         *         "notification_id": "ntf_01kpadd0ck000000000000000d",
         *         "data": {
         *           "id": "ctm_01kpadd0ck0000000000000001",
         *           "name": "Sam Miller",
         *           "email": "sam@example.com",
         *           "marketing_consent": false,
         *           "status": "active",
         *           "custom_data": {
         *             "plan": "pro"
         *           },
         *           "locale": "en-US",
         *           "created_at": "2026-07-01T00:00:00Z",
         *           "updated_at": "2026-07-01T00:00:00Z",
         *           "import_meta": null
         *         }
         *       },
         *       "occurred_at": "2026-07-01T00:00:00Z",
         *       "delivered_at": "2026-07-01T00:00:01Z",
         *       "replayed_at": null,
         *       "origin": "event",
         *       "last_attempt_at": "2026-07-01T00:00:01Z",
         *       "retry_at": null,
         *       "times_attempted": 1,
         *       "notification_setting_id": "ntfset_01kpadd0ck000000000000000f"
         *     }
         */
        notification: {
            id: components["schemas"]["notification-id"];
            type: components["schemas"]["event-type-name"];
            status: components["schemas"]["notification-status"];
            payload: components["schemas"]["notification-payload"];
            occurred_at: components["schemas"]["timestamp"];
            delivered_at: components["schemas"]["nullable-timestamp"];
            replayed_at: components["schemas"]["nullable-timestamp"];
            /**
             * @description Whether the notification is original or a replay.
             * @enum {string}
             */
            origin: "event" | "replay";
            last_attempt_at: components["schemas"]["nullable-timestamp"];
            retry_at: components["schemas"]["nullable-timestamp"];
            /** @description Number of delivery attempts. */
            times_attempted: number;
            notification_setting_id: components["schemas"]["notification-setting-id"];
        };
        /**
         * @description Paddle ID of the log of a delivery attempt.
         * @example ntflog_01kpadd0ck000000000000000g
         */
        "notification-log-id": string;
        /**
         * @description A delivery attempt.
         * @example {
         *       "id": "ntflog_01kpadd0ck000000000000000g",
         *       "response_code": 200,
         *       "response_content_type": "text/plain",
         *       "response_body": "OK",
         *       "attempted_at": "2026-07-01T00:00:01Z"
         *     }
         */
        "notification-log": {
            id: components["schemas"]["notification-log-id"];
            /** @description Status of the destination's response; 0 when there was none. */
            response_code: number;
            /** @description Content type of the response. */
            response_content_type: string | null;
            /** @description Beginning of the response body, or the reason of the failure. */
            response_body: string;
            attempted_at: components["schemas"]["timestamp"];
        };
        /**
         * @description The new notification for the event.
         * @example {
         *       "notification_id": "ntf_01kpadd0ck000000000000000d"
         *     }
         */
        replay: {
            notification_id: components["schemas"]["notification-id"];
        };
        /**
         * @description Paddle ID of a subscription.
         * @example sub_01kpadd0ck0000000000000004
         */
        "subscription-id": string;
        /**
         * @description A portal session to create.
         * @example {
         *       "subscription_ids": [
         *         "sub_01kpadd0ck0000000000000004"
         *       ]
         *     }
         */
        "portal-session-create": {
            /** @description Subscriptions of the customer to create links for. */
            subscription_ids?: components["schemas"]["subscription-id"][];
        };
        /**
         * @description Paddle ID of a customer portal session.
         * @example cpls_01kpadd0ck0000000000000005
         */
        "portal-session-id": string;
        /**
         * @description Links that open the customer portal for one customer, for 24 hours. Create a session when it is needed, and do not
         *     store the links.
         * @example {
         *       "id": "cpls_01kpadd0ck0000000000000005",
         *       "customer_id": "ctm_01kpadd0ck0000000000000001",
         *       "urls": {
         *         "general": {
         *           "overview": "http://127.0.0.1:4010/customer-portal/cpl_01kpadd0ck000000000000000e?action=overview&token=pga_c2FtcGxl"
         *         },
         *         "subscriptions": [
         *           {
         *             "id": "sub_01kpadd0ck0000000000000004",
         *             "cancel_subscription": "http://127.0.0.1:4010/customer-portal/cpl_01kpadd0ck000000000000000e?action=cancel_subscription&subscription_id=sub_01kpadd0ck0000000000000004&token=pga_c2FtcGxl",
         *             "update_subscription_payment_method": "http://127.0.0.1:4010/customer-portal/cpl_01kpadd0ck000000000000000e?action=update_subscription_payment_method&subscription_id=sub_01kpadd0ck0000000000000004&token=pga_c2FtcGxl",
         *             "view_subscription": "http://127.0.0.1:4010/customer-portal/cpl_01kpadd0ck000000000000000e?action=view_subscription&subscription_id=sub_01kpadd0ck0000000000000004&token=pga_c2FtcGxl"
         *           }
         *         ]
         *       },
         *       "created_at": "2026-07-01T00:00:00Z"
         *     }
         */
        "portal-session": {
            id: components["schemas"]["portal-session-id"];
            customer_id: components["schemas"]["customer-id"];
            urls: {
                general: {
                    /**
                     * Format: uri
                     * @description Link to the portal's start page.
                     */
                    overview: string;
                };
                /** @description Links for the requested subscriptions. */
                subscriptions: {
                    id: components["schemas"]["subscription-id"];
                    /**
                     * Format: uri
                     * @description Link to the portal's page for canceling the subscription.
                     */
                    cancel_subscription: string;
                    /**
                     * Format: uri
                     * @description Link to the portal's page for changing the payment method.
                     */
                    update_subscription_payment_method: string;
                    /**
                     * Format: uri
                     * @description Link to the portal's page for the subscription.
                     */
                    view_subscription?: string;
                }[];
            };
            created_at: components["schemas"]["timestamp"];
        };
        /**
         * @description Paddle ID of a price.
         * @example pri_01kpadd0ck0000000000000007
         */
        "price-id": string;
        /**
         * @description Status of the subscription. `canceled` is final.
         * @enum {string}
         */
        "subscription-status": "active" | "canceled" | "past_due" | "paused" | "trialing";
        /**
         * @description Collection of payments - `automatic` charges a saved payment method, `manual` sends an invoice.
         * @enum {string}
         */
        "collection-mode": "automatic" | "manual";
        "time-list-filter": string[] | components["schemas"]["time-bounds"];
        /**
         * @description Three-letter ISO 4217 code.
         * @enum {string}
         */
        "currency-code": "USD" | "EUR" | "GBP" | "JPY" | "AUD" | "CAD" | "CHF" | "HKD" | "SGD" | "SEK" | "ARS" | "BRL" | "CNY" | "COP" | "CZK" | "DKK" | "HUF" | "ILS" | "INR" | "KRW" | "MXN" | "NOK" | "NZD" | "PLN" | "RUB" | "THB" | "TRY" | "TWD" | "UAH" | "VND" | "ZAR" | "CLP" | "PEN";
        /**
         * @description Paddle ID of a discount.
         * @example dsc_01kpadd0ck0000000000000008
         */
        "discount-id": string;
        /** @description Discount on the subscription, or `null`. */
        "subscription-discount": {
            id: components["schemas"]["discount-id"];
            /**
             * @description Whether the discount applies to every bill or to one.
             * @enum {string}
             */
            type: "recurring" | "one-off";
            starts_at: components["schemas"]["nullable-timestamp"];
            ends_at: components["schemas"]["nullable-timestamp"];
        } | null;
        /**
         * @description A length of time.
         * @example {
         *       "interval": "month",
         *       "frequency": 1
         *     }
         */
        duration: {
            /**
             * @description Unit of time.
             * @enum {string}
             */
            interval: "day" | "week" | "month" | "year";
            /** @description Number of units. */
            frequency: number;
        };
        /** @description Invoice terms of a manually collected subscription or transaction. */
        "billing-details": {
            /** @description Whether the invoice can be paid online. */
            enable_checkout: boolean;
            /** @description Your customer's purchase order number. */
            purchase_order_number: string;
            /** @description Notes printed on the invoice. */
            additional_information: string | null;
            payment_terms: components["schemas"]["duration"];
        };
        /** @description From one time up to, but not including, another. */
        "time-period": {
            starts_at: components["schemas"]["timestamp"];
            ends_at: components["schemas"]["timestamp"];
        };
        /**
         * @description The scheduled action.
         * @enum {string}
         */
        "scheduled-change-action": "cancel" | "pause" | "resume";
        /** @description The scheduled change of the subscription, or `null`. */
        "scheduled-change": {
            action: components["schemas"]["scheduled-change-action"];
            effective_at: components["schemas"]["timestamp"];
            resume_at: components["schemas"]["nullable-timestamp"];
        } | null;
        /**
         * @description Paddle ID of a product.
         * @example pro_01kpadd0ck0000000000000006
         */
        "product-id": string;
        /**
         * @description `standard` for entities of the catalog, `custom` for those created for one transaction or subscription.
         * @enum {string}
         */
        "catalog-type": "custom" | "standard";
        /**
         * @description A whole number of the currency's smallest unit, as a string.
         * @example 1500
         */
        amount: string;
        /**
         * @description An amount in a currency.
         * @example {
         *       "amount": "1500",
         *       "currency_code": "USD"
         *     }
         */
        money: {
            amount: components["schemas"]["amount"];
            currency_code: components["schemas"]["currency-code"];
        };
        /** @description Prices for certain countries. */
        "unit-price-overrides": {
            country_codes: components["schemas"]["country-code"][];
            unit_price: components["schemas"]["money"];
        }[];
        /** @description Length of the trial, and its requirements. */
        "trial-period": {
            /**
             * @description Unit of time.
             * @enum {string}
             */
            interval: "day" | "week" | "month" | "year";
            /** @description Number of units. */
            frequency: number;
            /**
             * @description Whether the trial requires a payment method.
             * @default true
             */
            requires_payment_method: boolean;
            /** @description Price of a paid trial, or `null` for a free one. */
            unit_price?: {
                amount: components["schemas"]["amount"];
                currency_code?: components["schemas"]["currency-code"];
            } | null;
            unit_price_overrides?: components["schemas"]["unit-price-overrides"];
        };
        /**
         * @description A price of a product, with its billing cycle.
         * @example {
         *       "id": "pri_01kpadd0ck0000000000000007",
         *       "product_id": "pro_01kpadd0ck0000000000000006",
         *       "description": "Pro by the month",
         *       "type": "standard",
         *       "name": "Monthly",
         *       "billing_cycle": {
         *         "interval": "month",
         *         "frequency": 1
         *       },
         *       "trial_period": null,
         *       "tax_mode": "account_setting",
         *       "unit_price": {
         *         "amount": "1500",
         *         "currency_code": "USD"
         *       },
         *       "unit_price_overrides": [],
         *       "quantity": {
         *         "minimum": 1,
         *         "maximum": 100
         *       },
         *       "status": "active",
         *       "custom_data": {},
         *       "import_meta": null,
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z"
         *     }
         */
        price: {
            id: components["schemas"]["price-id"];
            product_id: components["schemas"]["product-id"];
            /** @description A note of your own. */
            description: string;
            type: components["schemas"]["catalog-type"];
            /** @description Name shown to customers. */
            name: string | null;
            /** @description Billing cycle, or `null` for a one-time charge. */
            billing_cycle: components["schemas"]["duration"] | null;
            /** @description Trial period, or `null`. */
            trial_period: components["schemas"]["trial-period"] | null;
            /**
             * @description Whether the price includes tax; `location` lets the country decide.
             * @enum {string}
             */
            tax_mode: "account_setting" | "external" | "internal" | "location";
            unit_price: components["schemas"]["money"];
            unit_price_overrides: components["schemas"]["unit-price-overrides"];
            /** @description Smallest and largest quantity per purchase. */
            quantity: {
                minimum: number;
                maximum: number;
            };
            status: components["schemas"]["status"];
            custom_data: components["schemas"]["custom-data"];
            import_meta: components["schemas"]["import-meta"];
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
        };
        /**
         * @description A product.
         * @example {
         *       "id": "pro_01kpadd0ck0000000000000006",
         *       "name": "ChatApp Pro",
         *       "description": null,
         *       "type": "standard",
         *       "tax_category": "saas",
         *       "image_url": null,
         *       "custom_data": {},
         *       "status": "active",
         *       "import_meta": null,
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z"
         *     }
         */
        product: {
            id: components["schemas"]["product-id"];
            /** @description Name. */
            name: string;
            /** @description Short description. */
            description: string | null;
            type: components["schemas"]["catalog-type"];
            /**
             * @description Tax category of the product.
             * @enum {string}
             */
            tax_category: "digital-goods" | "ebooks" | "implementation-services" | "professional-services" | "saas" | "software-programming-services" | "standard" | "training-services" | "website-hosting";
            /** @description Image shown at checkout. */
            image_url: string | null;
            custom_data: components["schemas"]["custom-data"];
            status: components["schemas"]["status"];
            import_meta: components["schemas"]["import-meta"];
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
        };
        /** @description An item of a subscription, with its price and product as they were when it was added. */
        "subscription-item": {
            /**
             * @description Status of the item.
             * @enum {string}
             */
            status: "active" | "inactive" | "trialing";
            /** @description How many. */
            quantity: number;
            /** @description Whether the item recurs. */
            recurring: boolean;
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            previously_billed_at: components["schemas"]["nullable-timestamp"];
            next_billed_at: components["schemas"]["nullable-timestamp"];
            /** @description The trial period, or `null`. */
            trial_dates: components["schemas"]["time-period"] | null;
            price: components["schemas"]["price"];
            product: components["schemas"]["product"];
        };
        /**
         * @description Recurring purchases.
         * @example {
         *       "id": "sub_01kpadd0ck0000000000000004",
         *       "status": "active",
         *       "customer_id": "ctm_01kpadd0ck0000000000000001",
         *       "address_id": "add_01kpadd0ck0000000000000002",
         *       "business_id": null,
         *       "currency_code": "USD",
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z",
         *       "started_at": "2026-07-01T00:00:00Z",
         *       "first_billed_at": "2026-07-01T00:00:00Z",
         *       "next_billed_at": "2026-08-01T00:00:00Z",
         *       "paused_at": null,
         *       "canceled_at": null,
         *       "discount": null,
         *       "collection_mode": "automatic",
         *       "billing_details": null,
         *       "current_billing_period": {
         *         "starts_at": "2026-07-01T00:00:00Z",
         *         "ends_at": "2026-08-01T00:00:00Z"
         *       },
         *       "billing_cycle": {
         *         "interval": "month",
         *         "frequency": 1
         *       },
         *       "scheduled_change": null,
         *       "consent_requirements": [],
         *       "items": [
         *         {
         *           "status": "active",
         *           "quantity": 1,
         *           "recurring": true,
         *           "created_at": "2026-07-01T00:00:00Z",
         *           "updated_at": "2026-07-01T00:00:00Z",
         *           "previously_billed_at": "2026-07-01T00:00:00Z",
         *           "next_billed_at": "2026-08-01T00:00:00Z",
         *           "trial_dates": null,
         *           "price": {
         *             "id": "pri_01kpadd0ck0000000000000007",
         *             "product_id": "pro_01kpadd0ck0000000000000006",
         *             "description": "Pro by the month",
         *             "type": "standard",
         *             "name": "Monthly",
         *             "billing_cycle": {
         *               "interval": "month",
         *               "frequency": 1
         *             },
         *             "trial_period": null,
         *             "tax_mode": "account_setting",
         *             "unit_price": {
         *               "amount": "1500",
         *               "currency_code": "USD"
         *             },
         *             "unit_price_overrides": [],
         *             "quantity": {
         *               "minimum": 1,
         *               "maximum": 100
         *             },
         *             "status": "active",
         *             "custom_data": {},
         *             "import_meta": null,
         *             "created_at": "2026-07-01T00:00:00Z",
         *             "updated_at": "2026-07-01T00:00:00Z"
         *           },
         *           "product": {
         *             "id": "pro_01kpadd0ck0000000000000006",
         *             "name": "ChatApp Pro",
         *             "description": null,
         *             "type": "standard",
         *             "tax_category": "saas",
         *             "image_url": null,
         *             "custom_data": {},
         *             "status": "active",
         *             "import_meta": null,
         *             "created_at": "2026-07-01T00:00:00Z",
         *             "updated_at": "2026-07-01T00:00:00Z"
         *           }
         *         }
         *       ],
         *       "custom_data": {},
         *       "import_meta": null,
         *       "management_urls": {
         *         "update_payment_method": "https://buyer-portal.paddle.com/subscriptions/sub_01kpadd0ck0000000000000004/update-payment-method",
         *         "cancel": "https://buyer-portal.paddle.com/subscriptions/sub_01kpadd0ck0000000000000004/cancel",
         *         "view_subscription": "https://buyer-portal.paddle.com/subscriptions/sub_01kpadd0ck0000000000000004/view-subscription"
         *       }
         *     }
         */
        subscription: {
            id: components["schemas"]["subscription-id"];
            status: components["schemas"]["subscription-status"];
            customer_id: components["schemas"]["customer-id"];
            address_id: components["schemas"]["address-id"];
            /** @description Business that the subscription is for, or `null`. */
            business_id: components["schemas"]["business-id"] | null;
            currency_code: components["schemas"]["currency-code"];
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            started_at: components["schemas"]["nullable-timestamp"];
            first_billed_at: components["schemas"]["nullable-timestamp"];
            next_billed_at: components["schemas"]["nullable-timestamp"];
            paused_at: components["schemas"]["nullable-timestamp"];
            canceled_at: components["schemas"]["nullable-timestamp"];
            discount: components["schemas"]["subscription-discount"];
            collection_mode: components["schemas"]["collection-mode"];
            /** @description Invoice terms; `null` when payment is collected automatically. */
            billing_details: components["schemas"]["billing-details"] | null;
            /** @description The current billing period; `null` while paused or canceled. */
            current_billing_period: components["schemas"]["time-period"] | null;
            billing_cycle: components["schemas"]["duration"];
            scheduled_change: components["schemas"]["scheduled-change"];
            /** @description Items of the subscription. */
            items: components["schemas"]["subscription-item"][];
            /** @description Consents that the customer must give before the subscription continues. */
            consent_requirements: {
                id: string;
                /**
                 * @description The consent needed.
                 * @enum {string}
                 */
                requirement: "trial_ending" | "introductory_discount_ending";
                /** @enum {string} */
                status: "pending" | "granted" | "voided";
                created_at: components["schemas"]["timestamp"];
                /** @description Period in which consent can be given, or `null`. */
                consent_period: components["schemas"]["time-period"] | null;
                granted_at: components["schemas"]["nullable-timestamp"];
                voided_at: components["schemas"]["nullable-timestamp"];
            }[];
            custom_data: components["schemas"]["custom-data"];
            import_meta: components["schemas"]["import-meta"];
            /** @description Links for the customer. */
            management_urls: {
                /** @description Link to change the payment method; `null` when payment is collected manually. */
                update_payment_method: string | null;
                /**
                 * Format: uri
                 * @description Link to cancel the subscription.
                 */
                cancel: string;
                /**
                 * Format: uri
                 * @description Link to view the subscription.
                 */
                view_subscription?: string;
            };
        };
        /**
         * @description Paddle ID of a transaction.
         * @example txn_01kpadd0ck0000000000000009
         */
        "transaction-id": string;
        /**
         * @description Origin of the transaction.
         * @enum {string}
         */
        "transaction-origin": "api" | "subscription_charge" | "subscription_import" | "subscription_payment_method_change" | "subscription_recurring" | "subscription_update" | "web";
        /** @description Part of the period that is charged; `null` for all of it. */
        "transaction-proration": {
            /** @description The rate, as a decimal. */
            rate: string;
            billing_period: components["schemas"]["time-period"];
        } | null;
        /** @description An item of a transaction. */
        "transaction-item": {
            price: components["schemas"]["price"];
            /** @description How many. */
            quantity: number;
            proration: components["schemas"]["transaction-proration"];
        };
        /** @description A rate as a decimal, such as `0.2` for 20 %. */
        "tax-rate": string;
        /** @description Totals of a line item. */
        "line-totals": {
            subtotal: components["schemas"]["amount"];
            discount: components["schemas"]["amount"];
            tax: components["schemas"]["amount"];
            total: components["schemas"]["amount"];
        };
        /** @description A whole number of the currency's smallest unit, as a string, or `null` while it is unknown. */
        "nullable-amount": string | null;
        /** @description Totals of the transaction. `fee` and `earnings` are `null` until it is completed. */
        "transaction-totals": {
            subtotal: components["schemas"]["amount"];
            discount: components["schemas"]["amount"];
            tax: components["schemas"]["amount"];
            total: components["schemas"]["amount"];
            credit: components["schemas"]["amount"];
            credit_to_balance: components["schemas"]["amount"];
            balance: components["schemas"]["amount"];
            grand_total: components["schemas"]["amount"];
            grand_total_tax: components["schemas"]["amount"];
            fee: components["schemas"]["nullable-amount"];
            earnings: components["schemas"]["nullable-amount"];
            currency_code: components["schemas"]["currency-code"];
        };
        /** @description Fee that Paddle keeps after a refund, in the currency's smallest unit. */
        "retained-fee": string;
        /** @description Totals after adjustments. */
        "adjusted-totals": {
            subtotal: components["schemas"]["amount"];
            tax: components["schemas"]["amount"];
            total: components["schemas"]["amount"];
            grand_total: components["schemas"]["amount"];
            grand_total_tax: components["schemas"]["amount"];
            fee: components["schemas"]["nullable-amount"];
            retained_fee: components["schemas"]["retained-fee"];
            earnings: components["schemas"]["nullable-amount"];
            currency_code: components["schemas"]["currency-code"];
        };
        /** @description Exchange rate from the transaction's currency to the payout currency, as a decimal; `1` when they are the same. */
        "exchange-rate": string;
        /** @description Payout totals, in the payout currency. */
        "payout-totals": {
            subtotal: components["schemas"]["amount"];
            discount: components["schemas"]["amount"];
            tax: components["schemas"]["amount"];
            total: components["schemas"]["amount"];
            credit: components["schemas"]["amount"];
            credit_to_balance: components["schemas"]["amount"];
            balance: components["schemas"]["amount"];
            grand_total: components["schemas"]["amount"];
            grand_total_tax: components["schemas"]["amount"];
            fee: components["schemas"]["amount"];
            earnings: components["schemas"]["amount"];
            currency_code: components["schemas"]["currency-code"];
            exchange_rate: components["schemas"]["exchange-rate"];
            /** @description Paddle's fee as a share of the total, as a decimal such as `0.05`. */
            fee_rate: string;
        };
        /** @description Payout totals after adjustments. */
        "adjusted-payout-totals": {
            subtotal: components["schemas"]["amount"];
            tax: components["schemas"]["amount"];
            total: components["schemas"]["amount"];
            fee: components["schemas"]["amount"];
            retained_fee: components["schemas"]["retained-fee"];
            chargeback_fee: {
                amount: components["schemas"]["amount"];
                original: components["schemas"]["money"] | null;
            };
            earnings: components["schemas"]["amount"];
            currency_code: components["schemas"]["currency-code"];
            exchange_rate: components["schemas"]["exchange-rate"];
        };
        /**
         * @description Paddle ID of a transaction's line item.
         * @example txnitm_01kpadd0ck000000000000000a
         */
        "transaction-item-id": string;
        /** @description Totals of one item. */
        "transaction-line-item": {
            id: components["schemas"]["transaction-item-id"];
            price_id: components["schemas"]["price-id"];
            quantity: number;
            proration: components["schemas"]["transaction-proration"];
            tax_rate: components["schemas"]["tax-rate"];
            unit_totals: components["schemas"]["line-totals"];
            totals: components["schemas"]["line-totals"];
            product: components["schemas"]["product"];
        };
        /** @description Totals. */
        "transaction-details": {
            tax_rates_used: {
                tax_rate: components["schemas"]["tax-rate"];
                totals: components["schemas"]["line-totals"];
            }[];
            totals: components["schemas"]["transaction-totals"];
            adjusted_totals: components["schemas"]["adjusted-totals"];
            payout_totals: components["schemas"]["payout-totals"] | null;
            adjusted_payout_totals: components["schemas"]["adjusted-payout-totals"] | null;
            line_items: components["schemas"]["transaction-line-item"][];
        };
        /**
         * @description Paddle ID of a saved payment method.
         * @example paymtd_01kpadd0ck000000000000000b
         */
        "payment-method-id": string;
        /** @description A payment attempt. */
        "payment-attempt": {
            /** Format: uuid */
            payment_attempt_id: string;
            /** @description Deprecated by Paddle. */
            stored_payment_method_id: string;
            payment_method_id: components["schemas"]["payment-method-id"] | null;
            amount: components["schemas"]["amount"];
            /** @enum {string} */
            status: "authorized" | "authorized_flagged" | "canceled" | "captured" | "error" | "action_required" | "pending_no_action_required" | "created" | "unknown" | "dropped";
            /** @enum {string|null} */
            error_code: "already_canceled" | "already_refunded" | "authentication_failed" | "blocked_card" | "canceled" | "declined" | "declined_not_retryable" | "expired_card" | "fraud" | "invalid_amount" | "invalid_payment_details" | "issuer_unavailable" | "not_enough_balance" | "preferred_network_not_supported" | "prepaid_card_not_supported" | "psp_error" | "redacted_payment_method" | "system_error" | "transaction_not_permitted" | "unknown" | null;
            method_details: {
                /**
                 * @description Payment method. `korea_local` is deprecated by Paddle.
                 * @enum {string}
                 */
                type: "alipay" | "apple_pay" | "bancontact" | "blik" | "card" | "google_pay" | "ideal" | "kakao_pay" | "korea_local" | "mb_way" | "naver_pay" | "offline" | "payco" | "paypal" | "pix" | "samsung_pay" | "south_korea_local_card" | "unknown" | "upi" | "wechat_pay" | "wire_transfer";
                /** @description Deprecated by Paddle. */
                underlying_details: null;
                south_korea_local_card: {
                    /** @description Issuer of the card, one of 23. */
                    type: string;
                    last4: string;
                } | null;
                paypal: {
                    email: string;
                    reference: string | null;
                } | null;
                card: {
                    /** @enum {string} */
                    type: "american_express" | "diners_club" | "discover" | "jcb" | "mada" | "maestro" | "mastercard" | "union_pay" | "unknown" | "visa";
                    last4: string;
                    expiry_month: number;
                    expiry_year: number;
                    cardholder_name: string;
                } | null;
            };
            created_at: components["schemas"]["timestamp"];
            captured_at: components["schemas"]["nullable-timestamp"];
        };
        /**
         * @description Totals of a transaction's adjustments, by type.
         * @example {
         *       "subtotal": "0",
         *       "tax": "0",
         *       "total": "0",
         *       "fee": "0",
         *       "retained_fee": "0",
         *       "earnings": "0",
         *       "breakdown": {
         *         "credit": "0",
         *         "refund": "0",
         *         "chargeback": "0"
         *       },
         *       "currency_code": "USD"
         *     }
         */
        "adjustments-totals": {
            subtotal: components["schemas"]["amount"];
            tax: components["schemas"]["amount"];
            total: components["schemas"]["amount"];
            fee: components["schemas"]["amount"];
            retained_fee: components["schemas"]["amount"];
            earnings: components["schemas"]["amount"];
            breakdown: {
                credit: components["schemas"]["amount"];
                refund: components["schemas"]["amount"];
                chargeback: components["schemas"]["amount"];
            };
            currency_code: components["schemas"]["currency-code"];
        };
        /**
         * @description A transaction with the entities requested by `include`.
         * @example {
         *       "id": "txn_01kpadd0ck0000000000000009",
         *       "status": "completed",
         *       "customer_id": "ctm_01kpadd0ck0000000000000001",
         *       "address_id": "add_01kpadd0ck0000000000000002",
         *       "business_id": null,
         *       "custom_data": {},
         *       "currency_code": "USD",
         *       "origin": "web",
         *       "subscription_id": "sub_01kpadd0ck0000000000000004",
         *       "invoice_id": null,
         *       "invoice_number": "325-10566",
         *       "collection_mode": "automatic",
         *       "discount_id": null,
         *       "billing_details": null,
         *       "billing_period": {
         *         "starts_at": "2026-07-01T00:00:00Z",
         *         "ends_at": "2026-08-01T00:00:00Z"
         *       },
         *       "items": [
         *         {
         *           "quantity": 1,
         *           "proration": null,
         *           "price": {
         *             "id": "pri_01kpadd0ck0000000000000007",
         *             "product_id": "pro_01kpadd0ck0000000000000006",
         *             "description": "Pro by the month",
         *             "type": "standard",
         *             "name": "Monthly",
         *             "billing_cycle": {
         *               "interval": "month",
         *               "frequency": 1
         *             },
         *             "trial_period": null,
         *             "tax_mode": "account_setting",
         *             "unit_price": {
         *               "amount": "1500",
         *               "currency_code": "USD"
         *             },
         *             "unit_price_overrides": [],
         *             "quantity": {
         *               "minimum": 1,
         *               "maximum": 100
         *             },
         *             "status": "active",
         *             "custom_data": {},
         *             "import_meta": null,
         *             "created_at": "2026-07-01T00:00:00Z",
         *             "updated_at": "2026-07-01T00:00:00Z"
         *           }
         *         }
         *       ],
         *       "details": {
         *         "tax_rates_used": [
         *           {
         *             "tax_rate": "0",
         *             "totals": {
         *               "subtotal": "1500",
         *               "discount": "0",
         *               "tax": "0",
         *               "total": "1500"
         *             }
         *           }
         *         ],
         *         "totals": {
         *           "subtotal": "1500",
         *           "discount": "0",
         *           "tax": "0",
         *           "total": "1500",
         *           "credit": "0",
         *           "credit_to_balance": "0",
         *           "balance": "0",
         *           "grand_total": "1500",
         *           "grand_total_tax": "0",
         *           "fee": "125",
         *           "earnings": "1375",
         *           "currency_code": "USD"
         *         },
         *         "adjusted_totals": {
         *           "subtotal": "1500",
         *           "tax": "0",
         *           "total": "1500",
         *           "grand_total": "1500",
         *           "grand_total_tax": "0",
         *           "fee": "125",
         *           "retained_fee": "0",
         *           "earnings": "1375",
         *           "currency_code": "USD"
         *         },
         *         "payout_totals": {
         *           "subtotal": "1500",
         *           "discount": "0",
         *           "tax": "0",
         *           "total": "1500",
         *           "credit": "0",
         *           "credit_to_balance": "0",
         *           "balance": "0",
         *           "grand_total": "1500",
         *           "grand_total_tax": "0",
         *           "fee": "125",
         *           "earnings": "1375",
         *           "currency_code": "USD",
         *           "exchange_rate": "1",
         *           "fee_rate": "0.05"
         *         },
         *         "adjusted_payout_totals": {
         *           "subtotal": "1500",
         *           "tax": "0",
         *           "total": "1500",
         *           "fee": "125",
         *           "retained_fee": "0",
         *           "chargeback_fee": {
         *             "amount": "0",
         *             "original": null
         *           },
         *           "earnings": "1375",
         *           "currency_code": "USD",
         *           "exchange_rate": "1"
         *         },
         *         "line_items": [
         *           {
         *             "id": "txnitm_01kpadd0ck000000000000000a",
         *             "price_id": "pri_01kpadd0ck0000000000000007",
         *             "quantity": 1,
         *             "proration": null,
         *             "tax_rate": "0",
         *             "unit_totals": {
         *               "subtotal": "1500",
         *               "discount": "0",
         *               "tax": "0",
         *               "total": "1500"
         *             },
         *             "totals": {
         *               "subtotal": "1500",
         *               "discount": "0",
         *               "tax": "0",
         *               "total": "1500"
         *             },
         *             "product": {
         *               "id": "pro_01kpadd0ck0000000000000006",
         *               "name": "ChatApp Pro",
         *               "description": null,
         *               "type": "standard",
         *               "tax_category": "saas",
         *               "image_url": null,
         *               "custom_data": {},
         *               "status": "active",
         *               "import_meta": null,
         *               "created_at": "2026-07-01T00:00:00Z",
         *               "updated_at": "2026-07-01T00:00:00Z"
         *             }
         *           }
         *         ]
         *       },
         *       "payments": [
         *         {
         *           "payment_attempt_id": "497f6eca-6276-4993-bfeb-53cbbbba6f08",
         *           "stored_payment_method_id": "6f3d0a5e-2b1c-4b1f-9d38-1c6f5a0b7e42",
         *           "payment_method_id": "paymtd_01kpadd0ck000000000000000b",
         *           "amount": "1500",
         *           "status": "captured",
         *           "error_code": null,
         *           "method_details": {
         *             "type": "card",
         *             "underlying_details": null,
         *             "south_korea_local_card": null,
         *             "paypal": null,
         *             "card": {
         *               "type": "visa",
         *               "last4": "4242",
         *               "expiry_month": 1,
         *               "expiry_year": 2030,
         *               "cardholder_name": "Sam Miller"
         *             }
         *           },
         *           "created_at": "2026-07-01T00:00:00Z",
         *           "captured_at": "2026-07-01T00:00:00Z"
         *         }
         *       ],
         *       "checkout": {
         *         "url": "https://shop.example.com/pay?_ptxn=txn_01kpadd0ck0000000000000009"
         *       },
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z",
         *       "billed_at": "2026-07-01T00:00:00Z",
         *       "revised_at": null
         *     }
         */
        "transaction-with-includes": {
            id: components["schemas"]["transaction-id"];
            /**
             * @description Status of the transaction.
             * @enum {string}
             */
            status: "draft" | "ready" | "billed" | "paid" | "completed" | "canceled" | "past_due";
            customer_id: components["schemas"]["customer-id"] | null;
            address_id: components["schemas"]["address-id"] | null;
            business_id: components["schemas"]["business-id"] | null;
            custom_data: components["schemas"]["custom-data"];
            currency_code: components["schemas"]["currency-code"];
            origin: components["schemas"]["transaction-origin"];
            subscription_id: components["schemas"]["subscription-id"] | null;
            /** @description ID of the invoice. Deprecated by Paddle. */
            invoice_id: string | null;
            /** @description Invoice number, or `null`. */
            invoice_number: string | null;
            collection_mode: components["schemas"]["collection-mode"];
            discount_id: components["schemas"]["discount-id"] | null;
            /** @description Invoice terms; `null` when payment is collected automatically. */
            billing_details: components["schemas"]["billing-details"] | null;
            /** @description The billing period, or `null`. */
            billing_period: components["schemas"]["time-period"] | null;
            /** @description Items sold. */
            items: components["schemas"]["transaction-item"][];
            details: components["schemas"]["transaction-details"];
            /** @description Payment attempts, newest first. */
            payments: components["schemas"]["payment-attempt"][];
            /** @description Checkout of the transaction. */
            checkout: {
                url: string | null;
            } | null;
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            billed_at: components["schemas"]["nullable-timestamp"];
            revised_at: components["schemas"]["nullable-timestamp"];
            customer?: components["schemas"]["customer"];
            address?: components["schemas"]["address"];
            business?: components["schemas"]["business"];
            /** @description Always empty: Paddock does not emulate adjustments yet. */
            adjustments?: Record<string, never>[];
            adjustments_totals?: components["schemas"]["adjustments-totals"];
        };
        /** @description Fields of a subscription that responses and webhooks share. */
        "subscription-fields": {
            id: components["schemas"]["subscription-id"];
            status: components["schemas"]["subscription-status"];
            customer_id: components["schemas"]["customer-id"];
            address_id: components["schemas"]["address-id"];
            /** @description Business that the subscription is for, or `null`. */
            business_id: components["schemas"]["business-id"] | null;
            currency_code: components["schemas"]["currency-code"];
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            started_at: components["schemas"]["nullable-timestamp"];
            first_billed_at: components["schemas"]["nullable-timestamp"];
            next_billed_at: components["schemas"]["nullable-timestamp"];
            paused_at: components["schemas"]["nullable-timestamp"];
            canceled_at: components["schemas"]["nullable-timestamp"];
            discount: components["schemas"]["subscription-discount"];
            collection_mode: components["schemas"]["collection-mode"];
            /** @description Invoice terms; `null` when payment is collected automatically. */
            billing_details: components["schemas"]["billing-details"] | null;
            /** @description The current billing period; `null` while paused or canceled. */
            current_billing_period: components["schemas"]["time-period"] | null;
            billing_cycle: components["schemas"]["duration"];
            scheduled_change: components["schemas"]["scheduled-change"];
            /** @description Items of the subscription. */
            items: components["schemas"]["subscription-item"][];
            /** @description Consents that the customer must give before the subscription continues. */
            consent_requirements: {
                id: string;
                /**
                 * @description The consent needed.
                 * @enum {string}
                 */
                requirement: "trial_ending" | "introductory_discount_ending";
                /** @enum {string} */
                status: "pending" | "granted" | "voided";
                created_at: components["schemas"]["timestamp"];
                /** @description Period in which consent can be given, or `null`. */
                consent_period: components["schemas"]["time-period"] | null;
                granted_at: components["schemas"]["nullable-timestamp"];
                voided_at: components["schemas"]["nullable-timestamp"];
            }[];
            custom_data: components["schemas"]["custom-data"];
            import_meta: components["schemas"]["import-meta"];
        };
        /**
         * @description A subscription, as in webhooks and events, without links.
         * @example {
         *       "id": "sub_01kpadd0ck0000000000000004",
         *       "status": "active",
         *       "customer_id": "ctm_01kpadd0ck0000000000000001",
         *       "address_id": "add_01kpadd0ck0000000000000002",
         *       "business_id": null,
         *       "currency_code": "USD",
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z",
         *       "started_at": "2026-07-01T00:00:00Z",
         *       "first_billed_at": "2026-07-01T00:00:00Z",
         *       "next_billed_at": "2026-08-01T00:00:00Z",
         *       "paused_at": null,
         *       "canceled_at": null,
         *       "discount": null,
         *       "collection_mode": "automatic",
         *       "billing_details": null,
         *       "current_billing_period": {
         *         "starts_at": "2026-07-01T00:00:00Z",
         *         "ends_at": "2026-08-01T00:00:00Z"
         *       },
         *       "billing_cycle": {
         *         "interval": "month",
         *         "frequency": 1
         *       },
         *       "scheduled_change": null,
         *       "consent_requirements": [],
         *       "items": [
         *         {
         *           "status": "active",
         *           "quantity": 1,
         *           "recurring": true,
         *           "created_at": "2026-07-01T00:00:00Z",
         *           "updated_at": "2026-07-01T00:00:00Z",
         *           "previously_billed_at": "2026-07-01T00:00:00Z",
         *           "next_billed_at": "2026-08-01T00:00:00Z",
         *           "trial_dates": null,
         *           "price": {
         *             "id": "pri_01kpadd0ck0000000000000007",
         *             "product_id": "pro_01kpadd0ck0000000000000006",
         *             "description": "Pro by the month",
         *             "type": "standard",
         *             "name": "Monthly",
         *             "billing_cycle": {
         *               "interval": "month",
         *               "frequency": 1
         *             },
         *             "trial_period": null,
         *             "tax_mode": "account_setting",
         *             "unit_price": {
         *               "amount": "1500",
         *               "currency_code": "USD"
         *             },
         *             "unit_price_overrides": [],
         *             "quantity": {
         *               "minimum": 1,
         *               "maximum": 100
         *             },
         *             "status": "active",
         *             "custom_data": {},
         *             "import_meta": null,
         *             "created_at": "2026-07-01T00:00:00Z",
         *             "updated_at": "2026-07-01T00:00:00Z"
         *           },
         *           "product": {
         *             "id": "pro_01kpadd0ck0000000000000006",
         *             "name": "ChatApp Pro",
         *             "description": null,
         *             "type": "standard",
         *             "tax_category": "saas",
         *             "image_url": null,
         *             "custom_data": {},
         *             "status": "active",
         *             "import_meta": null,
         *             "created_at": "2026-07-01T00:00:00Z",
         *             "updated_at": "2026-07-01T00:00:00Z"
         *           }
         *         }
         *       ],
         *       "custom_data": {},
         *       "import_meta": null
         *     }
         */
        "subscription-notification": components["schemas"]["subscription-fields"];
        /**
         * @description A new subscription, as in webhooks and events.
         * @example {
         *       "id": "sub_01kpadd0ck0000000000000004",
         *       "status": "active",
         *       "customer_id": "ctm_01kpadd0ck0000000000000001",
         *       "address_id": "add_01kpadd0ck0000000000000002",
         *       "business_id": null,
         *       "currency_code": "USD",
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z",
         *       "started_at": "2026-07-01T00:00:00Z",
         *       "first_billed_at": "2026-07-01T00:00:00Z",
         *       "next_billed_at": "2026-08-01T00:00:00Z",
         *       "paused_at": null,
         *       "canceled_at": null,
         *       "discount": null,
         *       "collection_mode": "automatic",
         *       "billing_details": null,
         *       "current_billing_period": {
         *         "starts_at": "2026-07-01T00:00:00Z",
         *         "ends_at": "2026-08-01T00:00:00Z"
         *       },
         *       "billing_cycle": {
         *         "interval": "month",
         *         "frequency": 1
         *       },
         *       "scheduled_change": null,
         *       "consent_requirements": [],
         *       "items": [
         *         {
         *           "status": "active",
         *           "quantity": 1,
         *           "recurring": true,
         *           "created_at": "2026-07-01T00:00:00Z",
         *           "updated_at": "2026-07-01T00:00:00Z",
         *           "previously_billed_at": "2026-07-01T00:00:00Z",
         *           "next_billed_at": "2026-08-01T00:00:00Z",
         *           "trial_dates": null,
         *           "price": {
         *             "id": "pri_01kpadd0ck0000000000000007",
         *             "product_id": "pro_01kpadd0ck0000000000000006",
         *             "description": "Pro by the month",
         *             "type": "standard",
         *             "name": "Monthly",
         *             "billing_cycle": {
         *               "interval": "month",
         *               "frequency": 1
         *             },
         *             "trial_period": null,
         *             "tax_mode": "account_setting",
         *             "unit_price": {
         *               "amount": "1500",
         *               "currency_code": "USD"
         *             },
         *             "unit_price_overrides": [],
         *             "quantity": {
         *               "minimum": 1,
         *               "maximum": 100
         *             },
         *             "status": "active",
         *             "custom_data": {},
         *             "import_meta": null,
         *             "created_at": "2026-07-01T00:00:00Z",
         *             "updated_at": "2026-07-01T00:00:00Z"
         *           },
         *           "product": {
         *             "id": "pro_01kpadd0ck0000000000000006",
         *             "name": "ChatApp Pro",
         *             "description": null,
         *             "type": "standard",
         *             "tax_category": "saas",
         *             "image_url": null,
         *             "custom_data": {},
         *             "status": "active",
         *             "import_meta": null,
         *             "created_at": "2026-07-01T00:00:00Z",
         *             "updated_at": "2026-07-01T00:00:00Z"
         *           }
         *         }
         *       ],
         *       "custom_data": {},
         *       "import_meta": null,
         *       "transaction_id": "txn_01kpadd0ck0000000000000009"
         *     }
         */
        "subscription-created-notification": components["schemas"]["subscription-fields"] & {
            transaction_id: components["schemas"]["transaction-id"];
        };
        /**
         * @description A sale, from draft to payment.
         * @example {
         *       "id": "txn_01kpadd0ck0000000000000009",
         *       "status": "completed",
         *       "customer_id": "ctm_01kpadd0ck0000000000000001",
         *       "address_id": "add_01kpadd0ck0000000000000002",
         *       "business_id": null,
         *       "custom_data": {},
         *       "currency_code": "USD",
         *       "origin": "web",
         *       "subscription_id": "sub_01kpadd0ck0000000000000004",
         *       "invoice_id": null,
         *       "invoice_number": "325-10566",
         *       "collection_mode": "automatic",
         *       "discount_id": null,
         *       "billing_details": null,
         *       "billing_period": {
         *         "starts_at": "2026-07-01T00:00:00Z",
         *         "ends_at": "2026-08-01T00:00:00Z"
         *       },
         *       "items": [
         *         {
         *           "quantity": 1,
         *           "proration": null,
         *           "price": {
         *             "id": "pri_01kpadd0ck0000000000000007",
         *             "product_id": "pro_01kpadd0ck0000000000000006",
         *             "description": "Pro by the month",
         *             "type": "standard",
         *             "name": "Monthly",
         *             "billing_cycle": {
         *               "interval": "month",
         *               "frequency": 1
         *             },
         *             "trial_period": null,
         *             "tax_mode": "account_setting",
         *             "unit_price": {
         *               "amount": "1500",
         *               "currency_code": "USD"
         *             },
         *             "unit_price_overrides": [],
         *             "quantity": {
         *               "minimum": 1,
         *               "maximum": 100
         *             },
         *             "status": "active",
         *             "custom_data": {},
         *             "import_meta": null,
         *             "created_at": "2026-07-01T00:00:00Z",
         *             "updated_at": "2026-07-01T00:00:00Z"
         *           }
         *         }
         *       ],
         *       "details": {
         *         "tax_rates_used": [
         *           {
         *             "tax_rate": "0",
         *             "totals": {
         *               "subtotal": "1500",
         *               "discount": "0",
         *               "tax": "0",
         *               "total": "1500"
         *             }
         *           }
         *         ],
         *         "totals": {
         *           "subtotal": "1500",
         *           "discount": "0",
         *           "tax": "0",
         *           "total": "1500",
         *           "credit": "0",
         *           "credit_to_balance": "0",
         *           "balance": "0",
         *           "grand_total": "1500",
         *           "grand_total_tax": "0",
         *           "fee": "125",
         *           "earnings": "1375",
         *           "currency_code": "USD"
         *         },
         *         "adjusted_totals": {
         *           "subtotal": "1500",
         *           "tax": "0",
         *           "total": "1500",
         *           "grand_total": "1500",
         *           "grand_total_tax": "0",
         *           "fee": "125",
         *           "retained_fee": "0",
         *           "earnings": "1375",
         *           "currency_code": "USD"
         *         },
         *         "payout_totals": {
         *           "subtotal": "1500",
         *           "discount": "0",
         *           "tax": "0",
         *           "total": "1500",
         *           "credit": "0",
         *           "credit_to_balance": "0",
         *           "balance": "0",
         *           "grand_total": "1500",
         *           "grand_total_tax": "0",
         *           "fee": "125",
         *           "earnings": "1375",
         *           "currency_code": "USD",
         *           "exchange_rate": "1",
         *           "fee_rate": "0.05"
         *         },
         *         "adjusted_payout_totals": {
         *           "subtotal": "1500",
         *           "tax": "0",
         *           "total": "1500",
         *           "fee": "125",
         *           "retained_fee": "0",
         *           "chargeback_fee": {
         *             "amount": "0",
         *             "original": null
         *           },
         *           "earnings": "1375",
         *           "currency_code": "USD",
         *           "exchange_rate": "1"
         *         },
         *         "line_items": [
         *           {
         *             "id": "txnitm_01kpadd0ck000000000000000a",
         *             "price_id": "pri_01kpadd0ck0000000000000007",
         *             "quantity": 1,
         *             "proration": null,
         *             "tax_rate": "0",
         *             "unit_totals": {
         *               "subtotal": "1500",
         *               "discount": "0",
         *               "tax": "0",
         *               "total": "1500"
         *             },
         *             "totals": {
         *               "subtotal": "1500",
         *               "discount": "0",
         *               "tax": "0",
         *               "total": "1500"
         *             },
         *             "product": {
         *               "id": "pro_01kpadd0ck0000000000000006",
         *               "name": "ChatApp Pro",
         *               "description": null,
         *               "type": "standard",
         *               "tax_category": "saas",
         *               "image_url": null,
         *               "custom_data": {},
         *               "status": "active",
         *               "import_meta": null,
         *               "created_at": "2026-07-01T00:00:00Z",
         *               "updated_at": "2026-07-01T00:00:00Z"
         *             }
         *           }
         *         ]
         *       },
         *       "payments": [
         *         {
         *           "payment_attempt_id": "497f6eca-6276-4993-bfeb-53cbbbba6f08",
         *           "stored_payment_method_id": "6f3d0a5e-2b1c-4b1f-9d38-1c6f5a0b7e42",
         *           "payment_method_id": "paymtd_01kpadd0ck000000000000000b",
         *           "amount": "1500",
         *           "status": "captured",
         *           "error_code": null,
         *           "method_details": {
         *             "type": "card",
         *             "underlying_details": null,
         *             "south_korea_local_card": null,
         *             "paypal": null,
         *             "card": {
         *               "type": "visa",
         *               "last4": "4242",
         *               "expiry_month": 1,
         *               "expiry_year": 2030,
         *               "cardholder_name": "Sam Miller"
         *             }
         *           },
         *           "created_at": "2026-07-01T00:00:00Z",
         *           "captured_at": "2026-07-01T00:00:00Z"
         *         }
         *       ],
         *       "checkout": {
         *         "url": "https://shop.example.com/pay?_ptxn=txn_01kpadd0ck0000000000000009"
         *       },
         *       "created_at": "2026-07-01T00:00:00Z",
         *       "updated_at": "2026-07-01T00:00:00Z",
         *       "billed_at": "2026-07-01T00:00:00Z",
         *       "revised_at": null
         *     }
         */
        transaction: {
            id: components["schemas"]["transaction-id"];
            /**
             * @description Status of the transaction.
             * @enum {string}
             */
            status: "draft" | "ready" | "billed" | "paid" | "completed" | "canceled" | "past_due";
            customer_id: components["schemas"]["customer-id"] | null;
            address_id: components["schemas"]["address-id"] | null;
            business_id: components["schemas"]["business-id"] | null;
            custom_data: components["schemas"]["custom-data"];
            currency_code: components["schemas"]["currency-code"];
            origin: components["schemas"]["transaction-origin"];
            subscription_id: components["schemas"]["subscription-id"] | null;
            /** @description ID of the invoice. Deprecated by Paddle. */
            invoice_id: string | null;
            /** @description Invoice number, or `null`. */
            invoice_number: string | null;
            collection_mode: components["schemas"]["collection-mode"];
            discount_id: components["schemas"]["discount-id"] | null;
            /** @description Invoice terms; `null` when payment is collected automatically. */
            billing_details: components["schemas"]["billing-details"] | null;
            /** @description The billing period, or `null`. */
            billing_period: components["schemas"]["time-period"] | null;
            /** @description Items sold. */
            items: components["schemas"]["transaction-item"][];
            details: components["schemas"]["transaction-details"];
            /** @description Payment attempts, newest first. */
            payments: components["schemas"]["payment-attempt"][];
            /** @description Checkout of the transaction. */
            checkout: {
                url: string | null;
            } | null;
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            billed_at: components["schemas"]["nullable-timestamp"];
            revised_at: components["schemas"]["nullable-timestamp"];
        };
        /**
         * Format: uri
         * @description URL of the next page: this request's URL with `after` set to the page's last entity. It is also on the last page,
         *     so go by `has_more`.
         * @example http://127.0.0.1:4010/customers?after=ctm_01kpadd0ck0000000000000001
         */
        "pagination-next": string;
    };
    responses: {
        /** @description The request is invalid. */
        "bad-query": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "bad_request",
                 *         "detail": "Invalid request.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/bad_request"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The OAuth access token of an app is invalid. Invalid API keys get 403. Paddock accepts only API keys, so it never returns this. */
        unauthorized: {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "invalid_access_token",
                 *         "detail": "Access token is expired or invalid.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/invalid_access_token"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The API key is missing, malformed, unknown, revoked, expired, from another environment, or has no permission. */
        forbidden: {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "authentication_missing",
                 *         "detail": "Authentication header missing.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/authentication_missing"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description There is no such entity. */
        "not-found": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "not_found",
                 *         "detail": "Entity ctm_01kpadd0ck0000000000000001 not found",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/not_found"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description Too many requests in a short time. */
        "too-many-requests": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                "Retry-After": components["headers"]["retry-after"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "api_error",
                 *         "code": "too_many_requests",
                 *         "detail": "IP address exceeded the allowed rate limit. Retry after the number of seconds in the Retry-After header.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/too_many_requests"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The URL or the headers are too long. */
        "headers-too-large": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "request_headers_too_large",
                 *         "detail": "The provided request URI length or headers are too large.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/request_headers_too_large"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The server failed, or the endpoint is not available. */
        "server-error": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "api_error",
                 *         "code": "temporarily_unavailable",
                 *         "detail": "Endpoint is not currently available because it's been temporarily disabled for your account.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/temporarily_unavailable"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request is invalid, or the customer or the country cannot be used. */
        "address-refused": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "address_location_not_allowed",
                 *         "detail": "Cannot create address with an unsupported location",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/addresses/address_location_not_allowed"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request body is too large. */
        "payload-too-large": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "request_body_too_large",
                 *         "detail": "The provided request body is too large.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/request_body_too_large"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request body is not declared as JSON. */
        "unsupported-media-type": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "unsupported_media_type",
                 *         "detail": "Content-Type must be \"application/json\".",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/unsupported_media_type"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request is invalid. */
        "bad-path": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "bad_request",
                 *         "detail": "Invalid request.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/bad_request"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request is invalid, or an entity it needs is archived. */
        archived: {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "entity_archived",
                 *         "detail": "Customer ctm_01kpadd0ck0000000000000001 is archived and cannot be modified.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/entity_archived"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request is invalid. */
        "bad-time-query": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "bad_request",
                 *         "detail": "Invalid request.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/bad_request"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request is invalid, or the customer cannot have this email address. */
        "customer-refused": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "customer_email_invalid",
                 *         "detail": "Cannot create or update customer with an invalid email address.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/customers/customer_email_invalid"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request is invalid, or the customer cannot be changed like this. */
        "customer-update-refused": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "customer_email_invalid",
                 *         "detail": "Cannot create or update customer with an invalid email address.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/customers/customer_email_invalid"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request has a body, but the operation takes none. */
        "unexpected-body": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "unexpected_request_body",
                 *         "detail": "Unexpected body included in the request.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/shared/unexpected_request_body"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The request is invalid, or the destination is not allowed. */
        "notification-setting-refused": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "notification_maximum_active_settings_reached",
                 *         "detail": "There are 10 active notification settings already, and there may be no more.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/notifications/notification_maximum_active_settings_reached"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description The notification cannot be replayed. */
        "replay-refused": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "notification_cannot_replay",
                 *         "detail": "Notification ntf_01kpadd0ck000000000000000d cannot be replayed because it's not `delivered` or `failed`.",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/notifications/notification_cannot_replay"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
        /** @description Another customer has this email address. */
        "customer-already-exists": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "type": "request_error",
                 *         "code": "customer_already_exists",
                 *         "detail": "customer email conflicts with customer of id ctm_01kpadd0ck0000000000000001",
                 *         "documentation_url": "https://developer.paddle.com/v1/errors/customers/customer_already_exists"
                 *       },
                 *       "meta": {
                 *         "request_id": "7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["error"];
            };
        };
    };
    parameters: {
        /** @description Paddle ID of the customer. */
        "customer-id": components["schemas"]["customer-id"];
        /** @description Only these addresses. */
        "ids-address": components["schemas"]["address-id"][];
        /** @description Text to search for in IDs and text fields, ignoring case. */
        search: string;
        /** @description Only entities with one of these statuses. Only active ones by default. */
        status: components["schemas"]["status"][];
        /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
        "after-address": components["schemas"]["address-id"];
        /**
         * @description Entities per page. Larger values are reduced to `x-page-size-maximum`; the response's
         *     `meta.pagination.per_page` has the actual value. Negative numbers and fractions are refused.
         */
        "per-page": number;
        /** @description Order of the list. IDs sort by time of creation. */
        "order-by": "id[ASC]" | "id[DESC]";
        /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
        "skip-count": "true";
        /** @description Paddle ID of the address. */
        "address-id": components["schemas"]["address-id"];
        /** @description Only these businesses. */
        "ids-business": components["schemas"]["business-id"][];
        /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
        "after-business": components["schemas"]["business-id"];
        /** @description Paddle ID of the business. */
        "business-id": components["schemas"]["business-id"];
        /** @description Only these customers. */
        "ids-customer": components["schemas"]["customer-id"][];
        /** @description Only customers with exactly one of these email addresses. */
        email: string[];
        /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
        "after-customer": components["schemas"]["customer-id"];
        /** @description Only events of these types. */
        "event-types": components["schemas"]["event-type-name"][];
        /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
        "after-event": components["schemas"]["event-id"];
        /** @description Only active or only inactive destinations. */
        active: "true" | "false";
        /** @description Only destinations with this source of events. */
        "traffic-source": components["schemas"]["traffic-source"];
        /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
        "after-notification-setting": components["schemas"]["notification-setting-id"];
        /** @description Entities per page. Larger values are reduced to `x-page-size-maximum`. */
        "per-page-notification-settings": number;
        /** @description Paddle ID of the notification setting. */
        "notification-setting-id": components["schemas"]["notification-setting-id"];
        /** @description Only notifications for these destinations. */
        "of-notification-setting": components["schemas"]["notification-setting-id"][];
        /** @description Only notifications with one of these statuses. */
        "notification-status": components["schemas"]["notification-status"][];
        /** @description Text to search for in the notification's ID or type. */
        "notification-search": string;
        /** @description Paddle ID of a transaction, customer or subscription; only notifications about it. */
        "notification-filter": string;
        /** @description Only notifications of events that occurred at this time or later. */
        from: components["schemas"]["time"];
        /** @description Only notifications of events that occurred at this time or earlier. */
        to: components["schemas"]["time"];
        /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
        "after-notification": components["schemas"]["notification-id"];
        /** @description Paddle ID of the notification. */
        "notification-id": components["schemas"]["notification-id"];
        /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
        "after-notification-log": components["schemas"]["notification-log-id"];
        /** @description Only these subscriptions. */
        "ids-subscription": components["schemas"]["subscription-id"][];
        /** @description Only entities of these customers. */
        "of-customer": components["schemas"]["customer-id"][];
        /** @description Only entities with one of these addresses. */
        "of-address": components["schemas"]["address-id"][];
        /** @description Only subscriptions with an item of one of these prices. */
        "of-price": components["schemas"]["price-id"][];
        /** @description Only subscriptions with one of these statuses. All by default. */
        "subscription-status": components["schemas"]["subscription-status"][];
        /** @description Only subscriptions with this collection mode. */
        "collection-mode": components["schemas"]["collection-mode"];
        /** @description Only subscriptions with one of these changes scheduled; `none` for those without one. */
        "scheduled-change-action": ("cancel" | "none" | "pause" | "resume")[];
        /**
         * @description Only subscriptions that are billed next at one of the given times, or after (`GT`), not before (`GTE`), before (`LT`)
         *     or not after (`LTE`) a time. `null` selects those without a next bill.
         */
        "next-billed-at": components["schemas"]["time-list-filter"];
        /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
        "after-subscription": components["schemas"]["subscription-id"];
        /** @description Paddle ID of the subscription. */
        "subscription-id": components["schemas"]["subscription-id"];
        /** @description Related entities to return with the subscription. */
        "include-subscription": ("next_transaction" | "recurring_transaction_details")[];
        /** @description Only these transactions. */
        "ids-transaction": components["schemas"]["transaction-id"][];
        /** @description Only transactions of these subscriptions; `null` for those without a subscription. */
        "of-subscription": string[];
        /** @description Only transactions with one of these statuses. */
        "transaction-status": ("draft" | "ready" | "billed" | "paid" | "completed" | "canceled" | "past_due")[];
        /** @description Only transactions with one of these origins. */
        origin: components["schemas"]["transaction-origin"][];
        /** @description Only transactions with one of these invoice numbers. */
        "invoice-number": string[];
        /** @description Only transactions created at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
        "transaction-created-at": components["schemas"]["time-filter"];
        /** @description Only transactions last changed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
        "transaction-updated-at": components["schemas"]["time-filter"];
        /** @description Only transactions billed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
        "transaction-billed-at": components["schemas"]["time-filter"];
        /** @description Related entities to return with each transaction. Those that a transaction does not have are left out. */
        "include-transaction": ("address" | "adjustments" | "adjustments_totals" | "available_payment_methods" | "business" | "customer" | "discount")[];
        /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
        "after-transaction": components["schemas"]["transaction-id"];
        /** @description Entities per page. Larger values are reduced to `x-page-size-maximum`. */
        "per-page-transactions": number;
        /** @description Order of the list. IDs sort by time of creation. Entities with equal times are ordered by ID. */
        "order-by-transaction": "billed_at[ASC]" | "billed_at[DESC]" | "created_at[ASC]" | "created_at[DESC]" | "id[ASC]" | "id[DESC]" | "updated_at[ASC]" | "updated_at[DESC]";
        /** @description Paddle ID of the transaction. */
        "transaction-id": components["schemas"]["transaction-id"];
        /**
         * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
         *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
         * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
         */
        "paddle-signature": string;
    };
    requestBodies: never;
    headers: {
        /** @description The response's `meta.request_id`. */
        "request-id": components["schemas"]["request-id"];
        /** @description Whole seconds to wait before the next request. */
        "retry-after": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAddresses: {
        parameters: {
            query?: {
                /** @description Only these addresses. */
                id?: components["parameters"]["ids-address"];
                /** @description Text to search for in IDs and text fields, ignoring case. */
                search?: components["parameters"]["search"];
                /** @description Only entities with one of these statuses. Only active ones by default. */
                status?: components["parameters"]["status"];
                /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
                after?: components["parameters"]["after-address"];
                /**
                 * @description Entities per page. Larger values are reduced to `x-page-size-maximum`; the response's
                 *     `meta.pagination.per_page` has the actual value. Negative numbers and fractions are refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
                "Skip-Count"?: components["parameters"]["skip-count"];
            };
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of addresses. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["address"][];
                        meta: components["schemas"]["paginated-meta"];
                    };
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    createAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["address-create"];
            };
        };
        responses: {
            /** @description The new address. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["address"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["address-refused"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    getAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
                /** @description Paddle ID of the address. */
                address_id: components["parameters"]["address-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["address"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["bad-path"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    updateAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
                /** @description Paddle ID of the address. */
                address_id: components["parameters"]["address-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["address-update"];
            };
        };
        responses: {
            /** @description The updated address. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["address"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["address-refused"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listBusinesses: {
        parameters: {
            query?: {
                /** @description Only these businesses. */
                id?: components["parameters"]["ids-business"];
                /** @description Text to search for in IDs and text fields, ignoring case. */
                search?: components["parameters"]["search"];
                /** @description Only entities with one of these statuses. Only active ones by default. */
                status?: components["parameters"]["status"];
                /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
                after?: components["parameters"]["after-business"];
                /**
                 * @description Entities per page. Larger values are reduced to `x-page-size-maximum`; the response's
                 *     `meta.pagination.per_page` has the actual value. Negative numbers and fractions are refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
                "Skip-Count"?: components["parameters"]["skip-count"];
            };
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of businesses. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["business"][];
                        meta: components["schemas"]["paginated-meta"];
                    };
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    createBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["business-create"];
            };
        };
        responses: {
            /** @description The new business. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["business"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["archived"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    getBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
                /** @description Paddle ID of the business. */
                business_id: components["parameters"]["business-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The business. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["business"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["bad-path"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    updateBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
                /** @description Paddle ID of the business. */
                business_id: components["parameters"]["business-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["business-update"];
            };
        };
        responses: {
            /** @description The updated business. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["business"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["archived"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description Only these customers. */
                id?: components["parameters"]["ids-customer"];
                /** @description Only customers with exactly one of these email addresses. */
                email?: components["parameters"]["email"];
                /** @description Text to search for in IDs and text fields, ignoring case. */
                search?: components["parameters"]["search"];
                /** @description Only entities with one of these statuses. Only active ones by default. */
                status?: components["parameters"]["status"];
                /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
                after?: components["parameters"]["after-customer"];
                /**
                 * @description Entities per page. Larger values are reduced to `x-page-size-maximum`; the response's
                 *     `meta.pagination.per_page` has the actual value. Negative numbers and fractions are refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
                "Skip-Count"?: components["parameters"]["skip-count"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of customers. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["customer"][];
                        meta: components["schemas"]["paginated-meta"];
                    };
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["customer-create"];
            };
        };
        responses: {
            /** @description The new customer. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["customer"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["customer-refused"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["customer-already-exists"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["customer"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["bad-path"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["customer-update"];
            };
        };
        responses: {
            /** @description The updated customer. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["customer"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["customer-update-refused"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            409: components["responses"]["customer-already-exists"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event types. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["event-type"][];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["unexpected-body"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Only events of these types. */
                event_type?: components["parameters"]["event-types"];
                /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
                after?: components["parameters"]["after-event"];
                /**
                 * @description Entities per page. Larger values are reduced to `x-page-size-maximum`; the response's
                 *     `meta.pagination.per_page` has the actual value. Negative numbers and fractions are refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
                "Skip-Count"?: components["parameters"]["skip-count"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["event"][];
                        meta: components["schemas"]["paginated-meta"];
                    };
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    getIpAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ip-addresses"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["unexpected-body"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listNotificationSettings: {
        parameters: {
            query?: {
                /** @description Only active or only inactive destinations. */
                active?: components["parameters"]["active"];
                /** @description Only destinations with this source of events. */
                traffic_source?: components["parameters"]["traffic-source"];
                /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
                after?: components["parameters"]["after-notification-setting"];
                /** @description Entities per page. Larger values are reduced to `x-page-size-maximum`. */
                per_page?: components["parameters"]["per-page-notification-settings"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
                "Skip-Count"?: components["parameters"]["skip-count"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of destinations. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["notification-setting"][];
                        meta: components["schemas"]["paginated-meta"];
                    };
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    createNotificationSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["notification-setting-create"];
            };
        };
        responses: {
            /** @description The new destination. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["notification-setting"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["notification-setting-refused"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    getNotificationSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the notification setting. */
                notification_setting_id: components["parameters"]["notification-setting-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The destination. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["notification-setting"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["bad-path"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    deleteNotificationSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the notification setting. */
                notification_setting_id: components["parameters"]["notification-setting-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The destination was deleted. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-path"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    updateNotificationSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the notification setting. */
                notification_setting_id: components["parameters"]["notification-setting-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["notification-setting-update"];
            };
        };
        responses: {
            /** @description The updated destination. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["notification-setting"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["notification-setting-refused"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description Only notifications for these destinations. */
                notification_setting_id?: components["parameters"]["of-notification-setting"];
                /** @description Only notifications with one of these statuses. */
                status?: components["parameters"]["notification-status"];
                /** @description Text to search for in the notification's ID or type. */
                search?: components["parameters"]["notification-search"];
                /** @description Paddle ID of a transaction, customer or subscription; only notifications about it. */
                filter?: components["parameters"]["notification-filter"];
                /** @description Only notifications of events that occurred at this time or later. */
                from?: components["parameters"]["from"];
                /** @description Only notifications of events that occurred at this time or earlier. */
                to?: components["parameters"]["to"];
                /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
                after?: components["parameters"]["after-notification"];
                /**
                 * @description Entities per page. Larger values are reduced to `x-page-size-maximum`; the response's
                 *     `meta.pagination.per_page` has the actual value. Negative numbers and fractions are refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
                "Skip-Count"?: components["parameters"]["skip-count"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notifications. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["notification"][];
                        meta: components["schemas"]["paginated-meta"];
                    };
                };
            };
            400: components["responses"]["bad-time-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    getNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the notification. */
                notification_id: components["parameters"]["notification-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notification. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["notification"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["bad-path"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listNotificationLogs: {
        parameters: {
            query?: {
                /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
                after?: components["parameters"]["after-notification-log"];
                /**
                 * @description Entities per page. Larger values are reduced to `x-page-size-maximum`; the response's
                 *     `meta.pagination.per_page` has the actual value. Negative numbers and fractions are refused.
                 */
                per_page?: components["parameters"]["per-page"];
            };
            header?: {
                /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
                "Skip-Count"?: components["parameters"]["skip-count"];
            };
            path: {
                /** @description Paddle ID of the notification. */
                notification_id: components["parameters"]["notification-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of logs. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["notification-log"][];
                        meta: components["schemas"]["paginated-meta"];
                    };
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    replayNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the notification. */
                notification_id: components["parameters"]["notification-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event will be sent again. */
            202: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["replay"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["replay-refused"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    createCustomerPortalSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the customer. */
                customer_id: components["parameters"]["customer-id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["portal-session-create"];
            };
        };
        responses: {
            /** @description The new session. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["portal-session"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["archived"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description Only these subscriptions. */
                id?: components["parameters"]["ids-subscription"];
                /** @description Only entities of these customers. */
                customer_id?: components["parameters"]["of-customer"];
                /** @description Only entities with one of these addresses. */
                address_id?: components["parameters"]["of-address"];
                /** @description Only subscriptions with an item of one of these prices. */
                price_id?: components["parameters"]["of-price"];
                /** @description Only subscriptions with one of these statuses. All by default. */
                status?: components["parameters"]["subscription-status"];
                /** @description Only subscriptions with this collection mode. */
                collection_mode?: components["parameters"]["collection-mode"];
                /** @description Only subscriptions with one of these changes scheduled; `none` for those without one. */
                scheduled_change_action?: components["parameters"]["scheduled-change-action"];
                /**
                 * @description Only subscriptions that are billed next at one of the given times, or after (`GT`), not before (`GTE`), before (`LT`)
                 *     or not after (`LTE`) a time. `null` selects those without a next bill.
                 */
                next_billed_at?: components["parameters"]["next-billed-at"];
                /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
                after?: components["parameters"]["after-subscription"];
                /**
                 * @description Entities per page. Larger values are reduced to `x-page-size-maximum`; the response's
                 *     `meta.pagination.per_page` has the actual value. Negative numbers and fractions are refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
                "Skip-Count"?: components["parameters"]["skip-count"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of subscriptions. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["subscription"][];
                        meta: components["schemas"]["paginated-meta"];
                    };
                };
            };
            400: components["responses"]["bad-time-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    getSubscription: {
        parameters: {
            query?: {
                /** @description Related entities to return with the subscription. */
                include?: components["parameters"]["include-subscription"];
            };
            header?: never;
            path: {
                /** @description Paddle ID of the subscription. */
                subscription_id: components["parameters"]["subscription-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["subscription"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description Only these transactions. */
                id?: components["parameters"]["ids-transaction"];
                /** @description Only entities of these customers. */
                customer_id?: components["parameters"]["of-customer"];
                /** @description Only transactions of these subscriptions; `null` for those without a subscription. */
                subscription_id?: components["parameters"]["of-subscription"];
                /** @description Only transactions with one of these statuses. */
                status?: components["parameters"]["transaction-status"];
                /** @description Only transactions with one of these origins. */
                origin?: components["parameters"]["origin"];
                /** @description Only subscriptions with this collection mode. */
                collection_mode?: components["parameters"]["collection-mode"];
                /** @description Only transactions with one of these invoice numbers. */
                invoice_number?: components["parameters"]["invoice-number"];
                /** @description Only transactions created at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
                created_at?: components["parameters"]["transaction-created-at"];
                /** @description Only transactions last changed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
                updated_at?: components["parameters"]["transaction-updated-at"];
                /** @description Only transactions billed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
                billed_at?: components["parameters"]["transaction-billed-at"];
                /** @description Related entities to return with each transaction. Those that a transaction does not have are left out. */
                include?: components["parameters"]["include-transaction"];
                /** @description Paddle ID of the last entity on the previous page; the page starts after it. */
                after?: components["parameters"]["after-transaction"];
                /** @description Entities per page. Larger values are reduced to `x-page-size-maximum`. */
                per_page?: components["parameters"]["per-page-transactions"];
                /** @description Order of the list. IDs sort by time of creation. Entities with equal times are ordered by ID. */
                order_by?: components["parameters"]["order-by-transaction"];
            };
            header?: {
                /** @description `true` skips counting: `meta.pagination.estimated_total` is -1. */
                "Skip-Count"?: components["parameters"]["skip-count"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of transactions. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["transaction-with-includes"][];
                        meta: components["schemas"]["paginated-meta"];
                    };
                };
            };
            400: components["responses"]["bad-time-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    getTransaction: {
        parameters: {
            query?: {
                /** @description Related entities to return with each transaction. Those that a transaction does not have are left out. */
                include?: components["parameters"]["include-transaction"];
            };
            header?: never;
            path: {
                /** @description Paddle ID of the transaction. */
                transaction_id: components["parameters"]["transaction-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transaction. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["transaction-with-includes"];
                        meta: components["schemas"]["meta"];
                    };
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    addressCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "address.created";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["address"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    addressUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "address.updated";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["address"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    customerCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "customer.created";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["customer"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    customerUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "customer.updated";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["customer"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    subscriptionCanceled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "subscription.canceled";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["subscription-notification"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    subscriptionCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "subscription.created";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["subscription-created-notification"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    subscriptionPastDue: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "subscription.past_due";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["subscription-notification"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    subscriptionPaused: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "subscription.paused";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["subscription-notification"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    subscriptionResumed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "subscription.resumed";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["subscription-notification"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    subscriptionUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "subscription.updated";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["subscription-notification"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.completed";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.created";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionPaymentFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.payment_failed";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.updated";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    addressImported: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "address.imported";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["address"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    businessCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "business.created";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["business"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    businessImported: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "business.imported";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["business"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    businessUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "business.updated";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["business"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    customerImported: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "customer.imported";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["customer"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    subscriptionActivated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "subscription.activated";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["subscription-notification"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    subscriptionImported: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "subscription.imported";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["subscription-notification"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    subscriptionTrialing: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "subscription.trialing";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["subscription-notification"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionBilled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.billed";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionCanceled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.canceled";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionPaid: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.paid";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionPastDue: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.past_due";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionReady: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.ready";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    transactionRevised: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being rotated, there is one `h1` for each secret.
                 * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
                 */
                "Paddle-Signature": components["parameters"]["paddle-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    event_id: components["schemas"]["event-id"];
                    /** @constant */
                    event_type: "transaction.revised";
                    occurred_at: components["schemas"]["timestamp"];
                    notification_id: components["schemas"]["notification-id"];
                    data: components["schemas"]["transaction"];
                };
            };
        };
        responses: {
            /** @description Received. Any other status, or a response after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
