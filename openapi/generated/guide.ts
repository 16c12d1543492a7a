// Made by `npm run generate` from the documents in openapi/. Do not edit.
export interface paths {
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Returns a page of customers, newest first.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Create a customer
         * @description Creates a customer. An email address may be in use already; look in your own records first.
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
         * @description Changes the fields that are sent, and no others. An archived customer is not found.
         */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/customers/{customer_id}/archive": {
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
         * Archive a customer
         * @description Archives a customer, which then cannot be used for anything new. Takes no body. An archived customer stays archived.
         */
        post: operations["archiveCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
         * @description Returns a page of a customer's addresses, newest first.
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
         * @description Changes the fields that are sent, and no others. An archived address can only be changed by a request that sets
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
         * @description Returns a page of a customer's businesses, newest first.
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
         * @description Changes the fields that are sent, and no others. An archived business can only be changed by a request that sets
         *     `status` to `active`.
         */
        patch: operations["updateBusiness"];
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
         * @description Makes links that open the customer portal for a customer. The body may be left out.
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
         * @description Returns a page of subscriptions, newest first. For those of one customer, filter by `customer_id`.
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
    "/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List event types
         * @description Returns all kinds of event, in one page.
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
    "/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notification settings
         * @description Returns a page of destinations, newest first.
         */
        get: operations["listNotificationSettings"];
        put?: never;
        /**
         * Create a notification setting
         * @description Creates a destination, which is active at once. There may be ten active ones.
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
         * @description Changes the fields that are sent, and no others.
         */
        patch: operations["updateNotificationSetting"];
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
         * @description Returns a page of events of the last 90 days, newest first. Events exist whether or not there is a destination.
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
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notifications
         * @description Returns a page of notifications of the last 90 days, newest first.
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
         * @description Returns a page of attempts to deliver the notification, newest first.
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
         * @description Sends the event again, in a new notification with the same `event_id`. Takes no body.
         */
        post: operations["replayNotification"];
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
         * @description Returns where webhooks of the environment come from. Takes no API key. Paddock answers with the published addresses of the sandbox; its own deliveries come from wherever it runs.
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
    "/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List transactions
         * @description Returns a page of transactions, newest first.
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
    "customer.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells of customer.updated */
        post: operations["customerUpdated"];
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
        /** Tells of address.updated */
        post: operations["addressUpdated"];
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
        /** Tells of subscription.created */
        post: operations["subscriptionCreated"];
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
        /** Tells of subscription.updated */
        post: operations["subscriptionUpdated"];
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
        /** Tells of transaction.updated */
        post: operations["transactionUpdated"];
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
        /** Tells of customer.created */
        post: operations["customerCreated"];
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
        /** Tells of subscription.canceled */
        post: operations["subscriptionCanceled"];
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
        /** Tells of subscription.paused */
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
        /** Tells of subscription.resumed */
        post: operations["subscriptionResumed"];
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
        /** Tells of subscription.past_due */
        post: operations["subscriptionPastDue"];
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
        /** Tells of transaction.created */
        post: operations["transactionCreated"];
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
        /** Tells of transaction.completed */
        post: operations["transactionCompleted"];
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
        /** Tells of transaction.payment_failed */
        post: operations["transactionPaymentFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "address.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells of address.created */
        post: operations["addressCreated"];
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
         * @description Whether the entity can be used. Archived entities are kept and stay readable, but cannot be used for anything new.
         * @enum {string}
         */
        status: "active" | "archived";
        /**
         * @description RFC 3339 time. One without a zone is in UTC.
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
         * Format: uuid
         * @description Identifies one request, for Paddle's support and for logs.
         */
        "request-id": string;
        /**
         * Format: email
         * @description An email address.
         * @example sam@example.com
         */
        email: string;
        /**
         * @description Your own keys and values. `{}` where there are none.
         * @example {
         *       "plan": "pro"
         *     }
         */
        "custom-data": {
            [key: string]: string;
        };
        /**
         * @description Language for messages to the customer, as an IETF BCP 47 tag, or `null`.
         * @example en-US
         */
        "customer-locale": string | null;
        /**
         * Format: date-time
         * @description RFC 3339 time in UTC.
         * @example 2026-07-01T00:00:00Z
         */
        timestamp: string;
        /**
         * @description Where an imported entity came from; `null` for one that was not imported.
         * @example {
         *       "external_id": "9b95b0b8-e10f-441a-862e-1936a6d818ab",
         *       "imported_from": "paddle_classic"
         *     }
         */
        "import-meta": {
            /** @description ID of the entity in the system it came from. */
            external_id?: string | null;
            /** @description Name of that system. */
            imported_from: string;
        } | null;
        /**
         * @description Someone who pays.
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
            /** @description Whether the customer agreed to be sent marketing. */
            marketing_consent: boolean;
            status: components["schemas"]["status"];
            custom_data: components["schemas"]["custom-data"];
            locale: components["schemas"]["customer-locale"];
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            import_meta: components["schemas"]["import-meta"];
        };
        /**
         * @description ID of the page's last entity, to pass as `after` for the next page; `null` for a page without entities. Paddle's SDKs
         *     are given the whole URL of the next page instead, which they follow.
         * @example ctm_01kpadd0ck0000000000000001
         */
        "pagination-next": string | null;
        /** @description Where this page stands in its list. */
        pagination: {
            /** @description Page size that was used. */
            per_page: number;
            next: components["schemas"]["pagination-next"];
            /** @description Whether there are entities behind this page. */
            has_more: boolean;
            /** @description How many entities the whole list has; exact up to 100,000, and 100,001 for any larger number. -1 where it was not counted. */
            estimated_total?: number;
        };
        "paginated-meta": {
            request_id: components["schemas"]["request-id"];
            pagination: components["schemas"]["pagination"];
        };
        meta: {
            request_id: components["schemas"]["request-id"];
        };
        /** @description Every refusal and every failure. */
        error: {
            error: {
                /**
                 * @description Whether the request or the API is at fault.
                 * @enum {string}
                 */
                type: "request_error" | "api_error";
                /** @description Which error it is. Stable, for programs. */
                code: string;
                /** @description What went wrong, for people. */
                detail: string;
                /**
                 * Format: uri
                 * @description Paddle's page about the error.
                 */
                documentation_url: string;
                /** @description The fields that were refused. */
                errors?: {
                    /** @description Path of the field, with dots; `(root)` for the whole body. */
                    field: string;
                    /** @description Why it was refused. */
                    message: string;
                }[];
            };
            meta: components["schemas"]["meta"];
        };
        /**
         * @description Your own keys and values, which replace all that were there. `{}` and `null` clear them. Values are strings, and
         *     there are at most 50 keys.
         * @example {
         *       "plan": "pro"
         *     }
         */
        "custom-data-input": {
            [key: string]: string;
        } | null;
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
            /**
             * @description Whether the customer agreed to be sent marketing.
             * @default false
             */
            marketing_consent?: boolean;
            custom_data?: components["schemas"]["custom-data-input"];
            locale?: components["schemas"]["customer-locale"];
            import_meta?: components["schemas"]["import-meta"];
        };
        /**
         * @description The fields of a customer to change. A field that is not sent keeps its value; `null` clears it.
         * @example {
         *       "name": "Sam Smith"
         *     }
         */
        "customer-update": {
            email?: components["schemas"]["email"];
            /** @description Full name. */
            name?: string | null;
            /** @description Whether the customer agreed to be sent marketing. */
            marketing_consent?: boolean;
            status?: components["schemas"]["status"];
            custom_data?: components["schemas"]["custom-data-input"];
            locale?: components["schemas"]["customer-locale"];
            import_meta?: components["schemas"]["import-meta"];
        };
        /**
         * @description Paddle ID of an address.
         * @example add_01kpadd0ck0000000000000002
         */
        "address-id": string;
        /** @description A note of your own about the address. */
        "address-description": string | null;
        /** @description First line. */
        "address-first-line": string | null;
        /** @description Second line. */
        "address-second-line": string | null;
        /** @description City. */
        "address-city": string | null;
        /** @description ZIP or postal code. */
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
         * @description A place of a customer.
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
        /**
         * @description Two-letter ISO 3166-1 code of a country. Countries that Paddle does not sell to are refused with
         *     `address_location_not_allowed`.
         * @example US
         * @enum {string}
         */
        "country-code-input": "AD" | "AE" | "AF" | "AG" | "AI" | "AL" | "AM" | "AO" | "AQ" | "AR" | "AS" | "AT" | "AU" | "AW" | "AX" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BF" | "BG" | "BH" | "BI" | "BJ" | "BL" | "BM" | "BN" | "BO" | "BQ" | "BR" | "BS" | "BT" | "BV" | "BW" | "BY" | "BZ" | "CA" | "CC" | "CD" | "CF" | "CG" | "CH" | "CI" | "CK" | "CL" | "CM" | "CN" | "CO" | "CR" | "CU" | "CV" | "CW" | "CX" | "CY" | "CZ" | "DE" | "DJ" | "DK" | "DM" | "DO" | "DZ" | "EC" | "EE" | "EG" | "EH" | "ER" | "ES" | "ET" | "FI" | "FJ" | "FK" | "FM" | "FO" | "FR" | "GA" | "GB" | "GD" | "GE" | "GF" | "GG" | "GH" | "GI" | "GL" | "GM" | "GN" | "GP" | "GQ" | "GR" | "GS" | "GT" | "GU" | "GW" | "GY" | "HK" | "HM" | "HN" | "HR" | "HT" | "HU" | "ID" | "IE" | "IL" | "IM" | "IN" | "IO" | "IQ" | "IR" | "IS" | "IT" | "JE" | "JM" | "JO" | "JP" | "KE" | "KG" | "KH" | "KI" | "KM" | "KN" | "KP" | "KR" | "KW" | "KY" | "KZ" | "LA" | "LB" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MF" | "MG" | "MH" | "MK" | "ML" | "MM" | "MN" | "MO" | "MP" | "MQ" | "MR" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "MZ" | "NA" | "NC" | "NE" | "NF" | "NG" | "NI" | "NL" | "NO" | "NP" | "NR" | "NU" | "NZ" | "OM" | "PA" | "PE" | "PF" | "PG" | "PH" | "PK" | "PL" | "PM" | "PN" | "PR" | "PS" | "PT" | "PW" | "PY" | "QA" | "RE" | "RO" | "RS" | "RU" | "RW" | "SA" | "SB" | "SC" | "SD" | "SE" | "SG" | "SH" | "SI" | "SJ" | "SK" | "SL" | "SM" | "SN" | "SO" | "SR" | "SS" | "ST" | "SV" | "SX" | "SY" | "SZ" | "TC" | "TD" | "TF" | "TG" | "TH" | "TJ" | "TK" | "TL" | "TM" | "TN" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "UM" | "US" | "UY" | "UZ" | "VA" | "VC" | "VE" | "VG" | "VI" | "VN" | "VU" | "WF" | "WS" | "XK" | "YE" | "YT" | "ZA" | "ZM" | "ZW";
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
         * @description The fields of an address to change. A field that is not sent keeps its value; `null` clears it.
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
            /** @description Who is sent the company's invoices. */
            contacts: {
                name: components["schemas"]["name"];
                email: components["schemas"]["email"];
            }[];
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            custom_data: components["schemas"]["custom-data"];
            import_meta: components["schemas"]["import-meta"];
        };
        /** @description Someone at the company. */
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
            /** @description Who is sent the company's invoices. The list replaces the one that was there; `null` clears it. */
            contacts?: components["schemas"]["business-contact"][] | null;
            custom_data?: components["schemas"]["custom-data-input"];
        };
        /**
         * @description The fields of a business to change. A field that is not sent keeps its value; `null` clears it.
         * @example {
         *       "company_number": "555775291485"
         *     }
         */
        "business-update": {
            name?: components["schemas"]["business-name"];
            company_number?: components["schemas"]["business-company-number"];
            tax_identifier?: components["schemas"]["business-tax-identifier"];
            /** @description Who is sent the company's invoices. The list replaces the one that was there; `null` clears it. */
            contacts?: components["schemas"]["business-contact"][] | null;
            custom_data?: components["schemas"]["custom-data-input"];
            status?: components["schemas"]["status"];
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
            /** @description Subscriptions of the customer to make links for. */
            subscription_ids?: components["schemas"]["subscription-id"][];
        };
        /**
         * @description Paddle ID of a customer portal session.
         * @example cpls_01kpadd0ck0000000000000005
         */
        "portal-session-id": string;
        /**
         * @description Links that open the customer portal for one customer. A link opens once and expires soon. Make a session when it is
         *     needed, and never keep the links.
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
                     * @description Opens the portal's first page.
                     */
                    overview: string;
                };
                /** @description Links about the subscriptions that were asked for. */
                subscriptions: {
                    id: components["schemas"]["subscription-id"];
                    /**
                     * Format: uri
                     * @description Opens the portal where the subscription can be canceled.
                     */
                    cancel_subscription: string;
                    /**
                     * Format: uri
                     * @description Opens the portal where the payment method can be changed.
                     */
                    update_subscription_payment_method: string;
                    /**
                     * Format: uri
                     * @description Opens the portal where the subscription can be seen.
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
         * @description Where the subscription is in its life. `canceled` is the end.
         * @enum {string}
         */
        "subscription-status": "active" | "canceled" | "past_due" | "paused" | "trialing";
        /**
         * @description Whether Paddle charges a saved payment method, or sends an invoice.
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
         * Format: date-time
         * @description RFC 3339 time in UTC, or `null` where it did not happen or will not.
         */
        "nullable-timestamp": string | null;
        /**
         * @description Paddle ID of a discount.
         * @example dsc_01kpadd0ck0000000000000008
         */
        "discount-id": string;
        /** @description Discount on the subscription, or `null`. */
        "subscription-discount": {
            id: components["schemas"]["discount-id"];
            /**
             * @description Whether it counts for each bill or for one.
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
            /** @description How many units. */
            frequency: number;
        };
        /** @description How a manually collected subscription or transaction is invoiced. */
        "billing-details": {
            /** @description Whether the invoice can be paid online. */
            enable_checkout: boolean;
            /** @description Your customer's purchase order number. */
            purchase_order_number: string;
            /** @description Notes printed on the invoice. */
            additional_information: string | null;
            payment_terms: components["schemas"]["duration"];
        };
        /** @description From a time up to, but not including, another. */
        "time-period": {
            starts_at: components["schemas"]["timestamp"];
            ends_at: components["schemas"]["timestamp"];
        };
        /**
         * @description What will happen to the subscription.
         * @enum {string}
         */
        "scheduled-change-action": "cancel" | "pause" | "resume";
        /** @description The change that will be made to the subscription, or `null`. */
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
         * @description Whether it is part of the catalogue, or was made for one transaction or subscription.
         * @enum {string}
         */
        "catalog-type": "custom" | "standard";
        /**
         * @description A whole number of the currency's smallest unit, as text.
         * @example 1500
         */
        amount: string;
        /**
         * @description An amount of a currency.
         * @example {
         *       "amount": "1500",
         *       "currency_code": "USD"
         *     }
         */
        money: {
            amount: components["schemas"]["amount"];
            currency_code: components["schemas"]["currency-code"];
        };
        /** @description Prices for some countries. */
        "unit-price-overrides": {
            country_codes: components["schemas"]["country-code"][];
            unit_price: components["schemas"]["money"];
        }[];
        /** @description How long the trial is, and what it takes to begin one. */
        "trial-period": {
            /**
             * @description Unit of time.
             * @enum {string}
             */
            interval: "day" | "week" | "month" | "year";
            /** @description How many units. */
            frequency: number;
            /**
             * @description Whether a payment method is asked for when the trial begins.
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
         * @description What a product costs, and how often.
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
            /** @description How often it is charged, or `null` for once. */
            billing_cycle: components["schemas"]["duration"] | null;
            /** @description How the trial is, or `null` where there is none. */
            trial_period: components["schemas"]["trial-period"] | null;
            /**
             * @description Whether the price includes tax; `location` lets the country decide.
             * @enum {string}
             */
            tax_mode: "account_setting" | "external" | "internal" | "location";
            unit_price: components["schemas"]["money"];
            unit_price_overrides: components["schemas"]["unit-price-overrides"];
            /** @description How many may be bought at once. */
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
         * @description Something that is sold.
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
             * @description What the product is for tax.
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
        /** @description One price of a subscription, with the price and the product as they were when it was added. */
        "subscription-item": {
            /**
             * @description Whether the item is being paid for.
             * @enum {string}
             */
            status: "active" | "inactive" | "trialing";
            /** @description How many. */
            quantity: number;
            /** @description Whether it is charged again and again. */
            recurring: boolean;
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            previously_billed_at: components["schemas"]["nullable-timestamp"];
            next_billed_at: components["schemas"]["nullable-timestamp"];
            /** @description When the trial is, or `null`. */
            trial_dates: components["schemas"]["time-period"] | null;
            price: components["schemas"]["price"];
            product: components["schemas"]["product"];
        };
        /**
         * @description What a customer pays for again and again.
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
            /** @description Terms of invoices; `null` where payment is collected automatically. */
            billing_details: components["schemas"]["billing-details"] | null;
            /** @description The period that is paid for now; `null` while paused or canceled. */
            current_billing_period: components["schemas"]["time-period"] | null;
            billing_cycle: components["schemas"]["duration"];
            scheduled_change: components["schemas"]["scheduled-change"];
            /** @description What the subscription consists of. */
            items: components["schemas"]["subscription-item"][];
            /** @description What the customer has to agree to before the subscription goes on. */
            consent_requirements: {
                id: string;
                /**
                 * @description What the customer has to agree to.
                 * @enum {string}
                 */
                requirement: "trial_ending" | "introductory_discount_ending";
                /** @enum {string} */
                status: "pending" | "granted" | "voided";
                created_at: components["schemas"]["timestamp"];
                /** @description When it can be agreed to, or `null`. */
                consent_period: components["schemas"]["time-period"] | null;
                granted_at: components["schemas"]["nullable-timestamp"];
                voided_at: components["schemas"]["nullable-timestamp"];
            }[];
            custom_data: components["schemas"]["custom-data"];
            import_meta: components["schemas"]["import-meta"];
            /** @description Links for the customer. */
            management_urls: {
                /** @description Where to change the payment method; `null` where payment is collected manually. */
                update_payment_method: string | null;
                /**
                 * Format: uri
                 * @description Where to cancel.
                 */
                cancel: string;
                /**
                 * Format: uri
                 * @description Where to see the subscription.
                 */
                view_subscription?: string;
            };
        };
        /**
         * @description `<entity>.<what happened>`.
         * @enum {string}
         */
        "event-type-name": "customer.created" | "customer.updated" | "subscription.created" | "subscription.updated" | "subscription.canceled" | "subscription.paused" | "subscription.resumed" | "subscription.past_due" | "transaction.created" | "transaction.updated" | "transaction.completed" | "transaction.payment_failed" | "address.created" | "address.updated";
        /**
         * @description A kind of event.
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
            /** @description When the event occurs. */
            description: string;
            /** @description Kind of entity that the event is about. */
            group: string;
            /** @description Versions of the API that have the event. */
            available_versions: number[];
        };
        /**
         * @description Whether real events are sent, simulated ones, or both.
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
         * @description Whether events go to an email address or to a URL. Email is recorded by Paddock, and not sent.
         * @enum {string}
         */
        "notification-setting-type": "email" | "url";
        /** @description The URL or the email address. */
        "notification-destination": string;
        /**
         * @description Version of the API that events are written in.
         * @example 1
         */
        "api-version": number;
        /** @description Whether fields that may be sensitive are sent. Which those are is not published, so Paddock keeps the choice and sends all. */
        "include-sensitive-fields": boolean;
        /** @description The secret that events are signed with. One is made where none is sent. */
        "endpoint-secret-key": string;
        /**
         * @description Where events are sent, and which.
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
            /** @description Whether events are sent. */
            active: boolean;
            api_version: components["schemas"]["api-version"];
            include_sensitive_fields: components["schemas"]["include-sensitive-fields"];
            /** @description The event types that are sent. */
            subscribed_events: components["schemas"]["event-type"][];
            endpoint_secret_key: components["schemas"]["endpoint-secret-key"];
            traffic_source: components["schemas"]["traffic-source"];
        };
        /** @description The event types to send. The list replaces the one that was there. */
        "subscribed-events": components["schemas"]["event-type-name"][];
        /**
         * @description A destination to create.
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
            endpoint_secret_key?: components["schemas"]["endpoint-secret-key"];
            traffic_source?: components["schemas"]["traffic-source"];
        };
        /**
         * @description The fields of a destination to change. A field that is not sent keeps its value.
         * @example {
         *       "active": false
         *     }
         */
        "notification-setting-update": {
            description?: components["schemas"]["notification-setting-description"];
            destination?: components["schemas"]["notification-destination"];
            /** @description Whether events are sent. */
            active?: boolean;
            api_version?: components["schemas"]["api-version"];
            include_sensitive_fields?: components["schemas"]["include-sensitive-fields"];
            subscribed_events?: components["schemas"]["subscribed-events"];
            endpoint_secret_key?: components["schemas"]["endpoint-secret-key"];
            traffic_source?: components["schemas"]["traffic-source"];
        };
        /**
         * @description Paddle ID of an event. It stays the same through retries and replays.
         * @example evt_01kpadd0ck000000000000000c
         */
        "event-id": string;
        /**
         * @description Something that happened.
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
            /** @description The entity that the event is about, as it was then. */
            data: {
                [key: string]: unknown;
            };
        };
        /**
         * @description How far the delivery is. `delivered` and `failed` are ends.
         * @enum {string}
         */
        "notification-status": "not_attempted" | "needs_retry" | "delivered" | "failed";
        /**
         * @description Paddle ID of a notification, which is one event for one destination.
         * @example ntf_01kpadd0ck000000000000000d
         */
        "notification-id": string;
        /**
         * @description What is sent to a destination.
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
            /** @description The entity that the event is about, as it was then. */
            data: {
                [key: string]: unknown;
            };
        };
        /**
         * @description One event for one destination.
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
             * @description Whether the event was sent because it occurred, or because someone asked for it again.
             * @enum {string}
             */
            origin: "event" | "replay";
            last_attempt_at: components["schemas"]["nullable-timestamp"];
            retry_at: components["schemas"]["nullable-timestamp"];
            /** @description How often it was sent. */
            times_attempted: number;
            notification_setting_id: components["schemas"]["notification-setting-id"];
        };
        /**
         * @description Paddle ID of the log of one attempt to deliver.
         * @example ntflog_01kpadd0ck000000000000000g
         */
        "notification-log-id": string;
        /**
         * @description One attempt to deliver.
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
            /** @description Status that the destination answered; 0 where no answer came. */
            response_code: number;
            /** @description Type of the answer's body. */
            response_content_type: string | null;
            /** @description The first part of the answer's body, or what went wrong. */
            response_body: string;
            attempted_at: components["schemas"]["timestamp"];
        };
        /**
         * @description The notification that was made to send the event again.
         * @example {
         *       "notification_id": "ntf_01kpadd0ck000000000000000d"
         *     }
         */
        replay: {
            notification_id: components["schemas"]["notification-id"];
        };
        /**
         * @description Where webhooks come from.
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
         * @description Paddle ID of a transaction.
         * @example txn_01kpadd0ck0000000000000009
         */
        "transaction-id": string;
        /**
         * @description What made the transaction.
         * @enum {string}
         */
        "transaction-origin": "api" | "subscription_charge" | "subscription_import" | "subscription_payment_method_change" | "subscription_recurring" | "subscription_update" | "web";
        /** @description How much of the period is charged; `null` for all of it. */
        "transaction-proration": {
            /** @description The share, a decimal number. */
            rate: string;
            billing_period: components["schemas"]["time-period"];
        } | null;
        /** @description One price of a transaction. */
        "transaction-item": {
            price: components["schemas"]["price"];
            /** @description How many. */
            quantity: number;
            proration: components["schemas"]["transaction-proration"];
        };
        /** @description A decimal share, such as `0.2` for 20 %. */
        "tax-rate": string;
        /** @description Sums of a line. */
        "line-totals": {
            subtotal: components["schemas"]["amount"];
            discount: components["schemas"]["amount"];
            tax: components["schemas"]["amount"];
            total: components["schemas"]["amount"];
        };
        /** @description A whole number of the currency's smallest unit, as text, or `null` while it is not known. */
        "nullable-amount": string | null;
        /** @description Sums of the transaction. `fee` and `earnings` are `null` until it is completed. */
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
        /** @description The part of the fee that Paddle keeps where money was given back, in the currency's smallest unit. */
        "retained-fee": string;
        /** @description Sums after adjustments. */
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
        /** @description The payout's currency for one unit of the transaction's, a decimal number; `1` where they are the same. */
        "exchange-rate": string;
        /** @description What is paid out, in the currency of the payout. */
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
            /** @description The share of the total that is Paddle's fee, a decimal number such as `0.05`. */
            fee_rate: string;
        };
        /** @description What is paid out, after adjustments. */
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
         * @description Paddle ID of a line of a transaction.
         * @example txnitm_01kpadd0ck000000000000000a
         */
        "transaction-item-id": string;
        /** @description The sums of one item. */
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
        /** @description The sums. */
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
        /** @description One attempt to pay. */
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
                 * @description How it was paid. `korea_local` is deprecated by Paddle.
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
         * @description Sums of the adjustments of a transaction, by what they do.
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
         * @description A transaction with what the request asked to `include`.
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
             * @description Where the transaction is in its life.
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
            /** @description Number of the invoice, once there is one. */
            invoice_number: string | null;
            collection_mode: components["schemas"]["collection-mode"];
            discount_id: components["schemas"]["discount-id"] | null;
            /** @description Terms of the invoice; `null` where payment is collected automatically. */
            billing_details: components["schemas"]["billing-details"] | null;
            /** @description The period that is paid for, or `null`. */
            billing_period: components["schemas"]["time-period"] | null;
            /** @description What is sold. */
            items: components["schemas"]["transaction-item"][];
            details: components["schemas"]["transaction-details"];
            /** @description Attempts to pay, newest first. */
            payments: components["schemas"]["payment-attempt"][];
            /** @description Where the customer can pay. */
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
            /** @description Paddock keeps no adjustments, so that there are none. */
            adjustments?: Record<string, never>[];
            adjustments_totals?: components["schemas"]["adjustments-totals"];
        };
        /** @description What answers and webhooks say of a subscription alike. */
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
            /** @description Terms of invoices; `null` where payment is collected automatically. */
            billing_details: components["schemas"]["billing-details"] | null;
            /** @description The period that is paid for now; `null` while paused or canceled. */
            current_billing_period: components["schemas"]["time-period"] | null;
            billing_cycle: components["schemas"]["duration"];
            scheduled_change: components["schemas"]["scheduled-change"];
            /** @description What the subscription consists of. */
            items: components["schemas"]["subscription-item"][];
            /** @description What the customer has to agree to before the subscription goes on. */
            consent_requirements: {
                id: string;
                /**
                 * @description What the customer has to agree to.
                 * @enum {string}
                 */
                requirement: "trial_ending" | "introductory_discount_ending";
                /** @enum {string} */
                status: "pending" | "granted" | "voided";
                created_at: components["schemas"]["timestamp"];
                /** @description When it can be agreed to, or `null`. */
                consent_period: components["schemas"]["time-period"] | null;
                granted_at: components["schemas"]["nullable-timestamp"];
                voided_at: components["schemas"]["nullable-timestamp"];
            }[];
            custom_data: components["schemas"]["custom-data"];
            import_meta: components["schemas"]["import-meta"];
        };
        /**
         * @description A new subscription as webhooks and events have it.
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
         * @description A subscription as webhooks and events have it, without the links.
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
         * @description One sale, from draft to payment.
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
             * @description Where the transaction is in its life.
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
            /** @description Number of the invoice, once there is one. */
            invoice_number: string | null;
            collection_mode: components["schemas"]["collection-mode"];
            discount_id: components["schemas"]["discount-id"] | null;
            /** @description Terms of the invoice; `null` where payment is collected automatically. */
            billing_details: components["schemas"]["billing-details"] | null;
            /** @description The period that is paid for, or `null`. */
            billing_period: components["schemas"]["time-period"] | null;
            /** @description What is sold. */
            items: components["schemas"]["transaction-item"][];
            details: components["schemas"]["transaction-details"];
            /** @description Attempts to pay, newest first. */
            payments: components["schemas"]["payment-attempt"][];
            /** @description Where the customer can pay. */
            checkout: {
                url: string | null;
            } | null;
            created_at: components["schemas"]["timestamp"];
            updated_at: components["schemas"]["timestamp"];
            billed_at: components["schemas"]["nullable-timestamp"];
            revised_at: components["schemas"]["nullable-timestamp"];
        };
    };
    responses: {
        /** @description The request is not valid. */
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
        /** @description The OAuth access token of an app is not valid. API keys are refused with 403. Paddock takes API keys only, so it never answers this. */
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
        /** @description The API key is missing, malformed, unknown, revoked, expired, of another environment, or lacks the permission. */
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
        /** @description Too many requests in a short time. */
        "too-many-requests": {
            headers: {
                "Request-Id": components["headers"]["request-id"];
                "Retry-After": components["headers"]["retry-after"];
                "X-RateLimit-Limit": components["headers"]["rate-limit-limit"];
                "X-RateLimit-Remaining": components["headers"]["rate-limit-remaining"];
                "X-RateLimit-Reset": components["headers"]["rate-limit-reset"];
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
        /** @description Something on the other side failed, or the endpoint is not available. */
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
        /** @description The request is not valid, or the customer cannot have this email address. */
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
        /** @description The request is not valid. */
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
        /** @description The request is not valid, or the customer cannot be changed like this. */
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
        /** @description The request is not valid, or the customer cannot be archived. */
        "archive-refused": {
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
        /** @description The request is not valid. */
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
        /** @description The request is not valid, or the customer or the country cannot be used. */
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
        /** @description The request is not valid, or an entity it needs is archived. */
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
        /** @description The request has a body, and this operation takes none. */
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
                 *         "detail": "The request has a body, and this operation takes none.",
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
        /** @description The request is not valid, or there may be no such destination. */
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
    };
    parameters: {
        /** @description Only these customers. */
        "ids-customer": components["schemas"]["customer-id"][];
        /** @description Only customers with exactly one of these email addresses. */
        email: string[];
        /** @description Text that an entity's ID or one of its text fields contains, in any case. */
        search: string;
        /** @description Only entities in one of these statuses. Without it, entities in every status. */
        status: components["schemas"]["status"][];
        /** @description Only entities last changed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
        "updated-at": components["schemas"]["time-filter"];
        /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
        "after-customer": components["schemas"]["customer-id"];
        /**
         * @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it, and the answer's
         *     `meta.pagination.per_page` says what was used. A negative number or one with a fraction is refused.
         */
        "per-page": number;
        /** @description Order of the list. IDs sort by time of creation. */
        "order-by": "id[ASC]" | "id[DESC]";
        /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
        "skip-count": "true";
        /** @description Paddle ID of the customer. */
        "customer-id": components["schemas"]["customer-id"];
        /** @description Only these addresses. */
        "ids-address": components["schemas"]["address-id"][];
        /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
        "after-address": components["schemas"]["address-id"];
        /** @description Paddle ID of the address. */
        "address-id": components["schemas"]["address-id"];
        /** @description Only these businesses. */
        "ids-business": components["schemas"]["business-id"][];
        /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
        "after-business": components["schemas"]["business-id"];
        /** @description Paddle ID of the business. */
        "business-id": components["schemas"]["business-id"];
        /** @description Only these subscriptions. */
        "ids-subscription": components["schemas"]["subscription-id"][];
        /** @description Only entities of these customers. */
        "of-customer": components["schemas"]["customer-id"][];
        /** @description Only entities with one of these addresses. */
        "of-address": components["schemas"]["address-id"][];
        /** @description Only subscriptions with an item of one of these prices. */
        "of-price": components["schemas"]["price-id"][];
        /** @description Only subscriptions in one of these statuses. Without it, subscriptions in every status. */
        "subscription-status": components["schemas"]["subscription-status"][];
        /** @description Only subscriptions that are paid for in this way. */
        "collection-mode": components["schemas"]["collection-mode"];
        /** @description Only subscriptions with one of these changes scheduled; `none` for those without one. */
        "scheduled-change-action": ("cancel" | "none" | "pause" | "resume")[];
        /**
         * @description Only subscriptions that are billed next at one of the given times, or after (`GT`), not before (`GTE`), before (`LT`)
         *     or not after (`LTE`) a time. `null` is for those that are not billed.
         */
        "next-billed-at": components["schemas"]["time-list-filter"];
        /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
        "after-subscription": components["schemas"]["subscription-id"];
        /** @description Paddle ID of the subscription. */
        "subscription-id": components["schemas"]["subscription-id"];
        /** @description Related entities to return with the subscription. */
        "include-subscription": ("next_transaction" | "recurring_transaction_details")[];
        /** @description Only destinations that are active, or that are not. */
        active: "true" | "false";
        /** @description Only destinations with this source of events. */
        "traffic-source": components["schemas"]["traffic-source"];
        /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
        "after-notification-setting": components["schemas"]["notification-setting-id"];
        /** @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it. */
        "per-page-notification-settings": number;
        /** @description Paddle ID of the notification setting. */
        "notification-setting-id": components["schemas"]["notification-setting-id"];
        /** @description Only events of these types. */
        "event-types": components["schemas"]["event-type-name"][];
        /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
        "after-event": components["schemas"]["event-id"];
        /** @description Only notifications for these destinations. */
        "of-notification-setting": components["schemas"]["notification-setting-id"][];
        /** @description Only notifications in one of these statuses. */
        "notification-status": components["schemas"]["notification-status"][];
        /** @description Text that the notification's ID or type contains. */
        "notification-search": string;
        /** @description Paddle ID of a transaction, customer or subscription; only notifications about it. */
        "notification-filter": string;
        /** @description Only notifications of events that occurred at this time or later. */
        from: components["schemas"]["time"];
        /** @description Only notifications of events that occurred at this time or earlier. */
        to: components["schemas"]["time"];
        /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
        "after-notification": components["schemas"]["notification-id"];
        /** @description Paddle ID of the notification. */
        "notification-id": components["schemas"]["notification-id"];
        /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
        "after-notification-log": components["schemas"]["notification-log-id"];
        /** @description Only these transactions. */
        "ids-transaction": components["schemas"]["transaction-id"][];
        /** @description Only transactions of these subscriptions; `null` for those of none. */
        "of-subscription": string[];
        /** @description Only transactions in one of these statuses. */
        "transaction-status": ("draft" | "ready" | "billed" | "paid" | "completed" | "canceled" | "past_due")[];
        /** @description Only transactions that were made by one of these. */
        origin: components["schemas"]["transaction-origin"][];
        /** @description Only transactions with one of these invoice numbers. */
        "invoice-number": string[];
        /** @description Only transactions created at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
        "transaction-created-at": components["schemas"]["time-filter"];
        /** @description Only transactions last changed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
        "transaction-updated-at": components["schemas"]["time-filter"];
        /** @description Only transactions billed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
        "transaction-billed-at": components["schemas"]["time-filter"];
        /** @description Related entities to return with each transaction. Those that it does not have are left out. */
        "include-transaction": ("address" | "adjustments" | "adjustments_totals" | "available_payment_methods" | "business" | "customer" | "discount")[];
        /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
        "after-transaction": components["schemas"]["transaction-id"];
        /** @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it. */
        "per-page-transactions": number;
        /** @description Order of the list. IDs sort by time of creation. Equal times are in the order of the IDs. */
        "order-by-transaction": "billed_at[ASC]" | "billed_at[DESC]" | "created_at[ASC]" | "created_at[DESC]" | "id[ASC]" | "id[DESC]" | "updated_at[ASC]" | "updated_at[DESC]";
        /** @description Paddle ID of the transaction. */
        "transaction-id": components["schemas"]["transaction-id"];
        /**
         * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
         *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
         * @example ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978
         */
        "paddle-signature": string;
    };
    requestBodies: never;
    headers: {
        /** @description The answer's `meta.request_id`. */
        "request-id": components["schemas"]["request-id"];
        /** @description Whole seconds to wait before the next request. */
        "retry-after": number;
        /** @description Requests that a key may make in a second. */
        "rate-limit-limit": number;
        /** @description Requests that the key may still make in this second. */
        "rate-limit-remaining": number;
        /** @description Unix time, in seconds, at which the count starts again. */
        "rate-limit-reset": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listCustomers: {
        parameters: {
            query?: {
                /** @description Only these customers. */
                id?: components["parameters"]["ids-customer"];
                /** @description Only customers with exactly one of these email addresses. */
                email?: components["parameters"]["email"];
                /** @description Text that an entity's ID or one of its text fields contains, in any case. */
                search?: components["parameters"]["search"];
                /** @description Only entities in one of these statuses. Without it, entities in every status. */
                status?: components["parameters"]["status"];
                /** @description Only entities last changed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
                updated_at?: components["parameters"]["updated-at"];
                /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
                after?: components["parameters"]["after-customer"];
                /**
                 * @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it, and the answer's
                 *     `meta.pagination.per_page` says what was used. A negative number or one with a fraction is refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
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
            400: components["responses"]["bad-time-query"];
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
            /** @description The customer as it is now. */
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
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    archiveCustomer: {
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
            /** @description The archived customer. */
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
            400: components["responses"]["archive-refused"];
            401: components["responses"]["unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            431: components["responses"]["headers-too-large"];
            "5XX": components["responses"]["server-error"];
        };
    };
    listAddresses: {
        parameters: {
            query?: {
                /** @description Only these addresses. */
                id?: components["parameters"]["ids-address"];
                /** @description Text that an entity's ID or one of its text fields contains, in any case. */
                search?: components["parameters"]["search"];
                /** @description Only entities in one of these statuses. Without it, entities in every status. */
                status?: components["parameters"]["status"];
                /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
                after?: components["parameters"]["after-address"];
                /**
                 * @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it, and the answer's
                 *     `meta.pagination.per_page` says what was used. A negative number or one with a fraction is refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
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
            /** @description The address as it is now. */
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
                /** @description Text that an entity's ID or one of its text fields contains, in any case. */
                search?: components["parameters"]["search"];
                /** @description Only entities in one of these statuses. Without it, entities in every status. */
                status?: components["parameters"]["status"];
                /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
                after?: components["parameters"]["after-business"];
                /**
                 * @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it, and the answer's
                 *     `meta.pagination.per_page` says what was used. A negative number or one with a fraction is refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
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
            /** @description The business as it is now. */
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
                /** @description Only subscriptions in one of these statuses. Without it, subscriptions in every status. */
                status?: components["parameters"]["subscription-status"];
                /** @description Only subscriptions that are paid for in this way. */
                collection_mode?: components["parameters"]["collection-mode"];
                /** @description Only subscriptions with one of these changes scheduled; `none` for those without one. */
                scheduled_change_action?: components["parameters"]["scheduled-change-action"];
                /**
                 * @description Only subscriptions that are billed next at one of the given times, or after (`GT`), not before (`GTE`), before (`LT`)
                 *     or not after (`LTE`) a time. `null` is for those that are not billed.
                 */
                next_billed_at?: components["parameters"]["next-billed-at"];
                /** @description Only entities last changed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
                updated_at?: components["parameters"]["updated-at"];
                /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
                after?: components["parameters"]["after-subscription"];
                /**
                 * @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it, and the answer's
                 *     `meta.pagination.per_page` says what was used. A negative number or one with a fraction is refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
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
    listNotificationSettings: {
        parameters: {
            query?: {
                /** @description Only destinations that are active, or that are not. */
                active?: components["parameters"]["active"];
                /** @description Only destinations with this source of events. */
                traffic_source?: components["parameters"]["traffic-source"];
                /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
                after?: components["parameters"]["after-notification-setting"];
                /** @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it. */
                per_page?: components["parameters"]["per-page-notification-settings"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
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
            /** @description It is gone. */
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
            /** @description The destination as it is now. */
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
    listEvents: {
        parameters: {
            query?: {
                /** @description Only events of these types. */
                event_type?: components["parameters"]["event-types"];
                /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
                after?: components["parameters"]["after-event"];
                /**
                 * @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it, and the answer's
                 *     `meta.pagination.per_page` says what was used. A negative number or one with a fraction is refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
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
    listNotifications: {
        parameters: {
            query?: {
                /** @description Only notifications for these destinations. */
                notification_setting_id?: components["parameters"]["of-notification-setting"];
                /** @description Only notifications in one of these statuses. */
                status?: components["parameters"]["notification-status"];
                /** @description Text that the notification's ID or type contains. */
                search?: components["parameters"]["notification-search"];
                /** @description Paddle ID of a transaction, customer or subscription; only notifications about it. */
                filter?: components["parameters"]["notification-filter"];
                /** @description Only notifications of events that occurred at this time or later. */
                from?: components["parameters"]["from"];
                /** @description Only notifications of events that occurred at this time or earlier. */
                to?: components["parameters"]["to"];
                /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
                after?: components["parameters"]["after-notification"];
                /**
                 * @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it, and the answer's
                 *     `meta.pagination.per_page` says what was used. A negative number or one with a fraction is refused.
                 */
                per_page?: components["parameters"]["per-page"];
                /** @description Order of the list. IDs sort by time of creation. */
                order_by?: components["parameters"]["order-by"];
            };
            header?: {
                /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
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
                /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
                after?: components["parameters"]["after-notification-log"];
                /**
                 * @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it, and the answer's
                 *     `meta.pagination.per_page` says what was used. A negative number or one with a fraction is refused.
                 */
                per_page?: components["parameters"]["per-page"];
            };
            header?: {
                /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
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
    listTransactions: {
        parameters: {
            query?: {
                /** @description Only these transactions. */
                id?: components["parameters"]["ids-transaction"];
                /** @description Only entities of these customers. */
                customer_id?: components["parameters"]["of-customer"];
                /** @description Only transactions of these subscriptions; `null` for those of none. */
                subscription_id?: components["parameters"]["of-subscription"];
                /** @description Only transactions in one of these statuses. */
                status?: components["parameters"]["transaction-status"];
                /** @description Only transactions that were made by one of these. */
                origin?: components["parameters"]["origin"];
                /** @description Only subscriptions that are paid for in this way. */
                collection_mode?: components["parameters"]["collection-mode"];
                /** @description Only transactions with one of these invoice numbers. */
                invoice_number?: components["parameters"]["invoice-number"];
                /** @description Only transactions created at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
                created_at?: components["parameters"]["transaction-created-at"];
                /** @description Only transactions last changed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
                updated_at?: components["parameters"]["transaction-updated-at"];
                /** @description Only transactions billed at the given time, or after (`GT`), not before (`GTE`), before (`LT`) or not after (`LTE`) it. */
                billed_at?: components["parameters"]["transaction-billed-at"];
                /** @description Related entities to return with each transaction. Those that it does not have are left out. */
                include?: components["parameters"]["include-transaction"];
                /** @description Paddle ID of the last entity of the page before; the page starts behind it. */
                after?: components["parameters"]["after-transaction"];
                /** @description How many entities a page holds. A number above `x-page-size-maximum` is lowered to it. */
                per_page?: components["parameters"]["per-page-transactions"];
                /** @description Order of the list. IDs sort by time of creation. Equal times are in the order of the IDs. */
                order_by?: components["parameters"]["order-by-transaction"];
            };
            header?: {
                /** @description `true` leaves the list uncounted: `meta.pagination.estimated_total` is -1. */
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
                /** @description Related entities to return with each transaction. Those that it does not have are left out. */
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
    customerUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
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
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    addressCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ts=<Unix seconds>;h1=<hex>`: the time of sending, and the HMAC-SHA256 of `<ts>:<raw body>` under the
                 *     destination's secret. While a secret is being replaced there is one `h1` for each secret.
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
            /** @description Received. Anything else, and an answer after five seconds, counts as a failure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
