// Made by `npm run generate` from the documents in openapi/. Do not edit.
export interface paths {
    "/_paddock/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the server ready */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the account back to its start
         * @description Removes all entities, and puts clock and behaviours back. The default account gets its initial fixtures again. Keys stay.
         */
        post: operations["resetAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the account's clock */
        get: operations["getClock"];
        /** Set, stop or start the account's clock */
        put: operations["setClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the account's clock forward
         * @description The lengths are added up; or give `to`, a time that is not before now.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/behaviours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the account's behaviours */
        get: operations["getBehaviours"];
        /**
         * Choose a profile, or single behaviours
         * @description With `profile`, all behaviours are set to it first. What is stored already keeps its shape.
         */
        put: operations["setBehaviours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another API key for the account */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/keys/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke an API key of the account */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/seed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add entities to the account
         * @description Every entity is checked against the API's own schema, and what it refers to must exist, here or in the account.
         *     If one does not fit, none is added, and the answer names the path that failed.
         */
        post: operations["seedAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: {
        /** @description The account's clock. */
        clock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "now": "2026-07-01T00:00:00.000Z",
                 *       "frozen": false
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    now: string;
                    frozen: boolean;
                };
            };
        };
        /** @description The account's behaviours. */
        behaviours: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "profile": "guide",
                 *       "behaviours": {
                 *         "duplicate-emails": "allow"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description The profile that all the values are of, or `null` for a mix. */
                    profile: string | null;
                    behaviours: {
                        [key: string]: string;
                    };
                };
            };
        };
        /** @description What could not be done, why, and what to do. */
        refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "invalid_request",
                 *         "detail": "Could not advance the clock: to is before now. Give a later time."
                 *       }
                 *     }
                 */
                "application/json": {
                    error: {
                        /** @enum {string} */
                        code: "forbidden" | "invalid_request" | "not_found";
                        detail: string;
                    };
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                        version: string;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    resetAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["refused"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["clock"];
            "4XX": components["responses"]["refused"];
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "now": "2026-07-01T00:00:00Z",
                 *       "frozen": true
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Time to set the clock to.
                     */
                    now?: string;
                    /** @description Whether the clock stands still until it is advanced. */
                    frozen?: boolean;
                };
            };
        };
        responses: {
            200: components["responses"]["clock"];
            "4XX": components["responses"]["refused"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": 1,
                 *       "hours": 12
                 *     }
                 */
                "application/json": {
                    milliseconds?: number;
                    seconds?: number;
                    minutes?: number;
                    hours?: number;
                    days?: number;
                    /** Format: date-time */
                    to?: string;
                };
            };
        };
        responses: {
            200: components["responses"]["clock"];
            "4XX": components["responses"]["refused"];
        };
    };
    getBehaviours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["behaviours"];
            "4XX": components["responses"]["refused"];
        };
    };
    setBehaviours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "behaviours": {
                 *         "duplicate-emails": "reject"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description `guide` or `official`. */
                    profile?: string;
                    /** @description Values by the name of the behaviour. */
                    behaviours?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            200: components["responses"]["behaviours"];
            "4XX": components["responses"]["refused"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "permissions": [
                 *         "customer.read"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What the key may do, such as `customer.read`. Without it, everything. */
                    permissions?: ("address.read" | "address.write" | "business.read" | "business.write" | "customer.read" | "customer.write" | "customer_portal_session.write" | "subscription.read")[];
                    /**
                     * Format: date-time
                     * @description When the key stops working, by the account's clock. Without it, never.
                     */
                    expires_at?: string;
                };
            };
        };
        responses: {
            /** @description The new key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api_key": "pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockSandboxReader00_000",
                     *       "permissions": [
                     *         "customer.read"
                     *       ],
                     *       "expires_at": null
                     *     }
                     */
                    "application/json": {
                        api_key: string;
                        permissions: string[] | null;
                        /** Format: date-time */
                        expires_at: string | null;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "api_key": "pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockSandboxReader00_000"
                 *     }
                 */
                "application/json": {
                    api_key: string;
                };
            };
        };
        responses: {
            /** @description Done. The key is answered with `invalid_token` from now on. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["refused"];
        };
    };
    seedAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customers": [
                 *         {
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
                 *       ]
                 *     }
                 */
                "application/json": {
                    customers?: Record<string, never>[];
                    addresses?: Record<string, never>[];
                    businesses?: Record<string, never>[];
                    subscriptions?: Record<string, never>[];
                };
            };
        };
        responses: {
            /** @description How many entities were added, by kind. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customers": 1,
                     *       "addresses": 0,
                     *       "businesses": 0,
                     *       "subscriptions": 0
                     *     }
                     */
                    "application/json": {
                        customers: number;
                        addresses: number;
                        businesses: number;
                        subscriptions: number;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
}
