// Made by `npm run generate` from the documents in openapi/. Do not edit.
export interface paths {
    "/_paddock/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the server ready
         * @description Answers every caller, with or without a control token.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/openapi/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an OpenAPI document
         * @description The API's document in the profile `guide` or `official`, or as the account's behaviours have it (`account`), or
         *     this one (`control`), as JSON or YAML.
         */
        get: operations["getOpenApiDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what the server did
         * @description Everything since the start, of all accounts, in Prometheus' text format: requests by operation and status, their
         *     durations, attempts to deliver by outcome, retries, notifications that wait, accounts.
         */
        get: operations["getMetrics"];
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
         * @description Removes all entities and faults, and puts clock and behaviours back. The default account gets its initial fixtures again. Keys stay.
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
         * @description Every entity is fitted to the API's own schema, as an import does it, and what it refers to must exist, here or in
         *     the account. If one does not fit, none is added, and the answer names all paths that failed. What an import takes,
         *     alone under `recorded` or `csv`, is added as an import does it, all or none.
         */
        post: operations["seedAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send events to a destination
         * @description As `POST /notification-settings` does, but outside of the emulated API: no rate limit, no permission, no entry
         *     in the journal. A destination of that URL that is there already stays as it is.
         */
        post: operations["registerDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add exported or recorded entities to the account
         * @description A CSV file of customers or addresses with a header, or JSON as Paddle sent it, of any year: answers, lists,
         *     webhooks, notifications, exchanges and arrays of them. Kinds are told by their IDs. Each entity that fits is added,
         *     owners first, and the others are reported with all that does not fit. Fields that the API does not have are left
         *     out, required ones that an entity lacks are filled. Entities of kinds that are not emulated and answers without an
         *     entity, such as errors and previews, are left out with a note. What recorded entities refer to and is not there
         *     gets a stand-in, with `{"paddock": "stand-in"}` as its custom data, which a later import of the entity itself replaces.
         *     The columns of a CSV file are the API's fields; what has no column gets what a new entity has.
         */
        post: operations["importEntities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the account's snapshots */
        get: operations["listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/snapshots/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Up to 64 letters, digits, dots, underscores and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Keep the account as it is now
         * @description Entities, events, the queue of notifications, portal sessions, clock, behaviours and chaos plans. A snapshot of
         *     the same name is replaced. Keys, rate limits and past exchanges are no part of it, and resetting leaves it.
         */
        put: operations["takeSnapshot"];
        /**
         * Put the account back to a snapshot
         * @description The clock stands at the snapshot's time, and runs on from there if it ran. Deliveries that are on their way are
         *     cut off; what waited then waits again, and is delivered again. The snapshot stays.
         */
        post: operations["restoreSnapshot"];
        /** Remove a snapshot */
        delete: operations["removeSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/fork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy the account into another
         * @description The other account has the same entities, events, queue, clock, behaviours and chaos plans, and goes its own way
         *     from then on. Portal links go on leading to the first one.
         */
        post: operations["forkAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what was sent to destinations
         * @description Attempts to deliver, newest first, with what went out and what came back.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/deliveries/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait until nothing is due
         * @description Waits until no notification is due on the account's clock. Retries that are due later do not count.
         */
        post: operations["settleDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what goes wrong on purpose, and how often it did */
        get: operations["listFaults"];
        /**
         * Let requests go wrong
         * @description Replaces all faults. Every request that the account lets in is held against each, in their order; the first that
         *     is for it and due acts. Each counts what it is for, also where another one acts. What is refused before has no
         *     faults: a wrong key, a request beyond the rate limit, a URL without an operation.
         *
         *     A request can also ask for a fault of its own, which then acts instead: `X-Paddock-Fault` takes words with
         *     semicolons between them. An error is its code or its status (`503;retry-after=2`); the others are `delay=100`,
         *     `jitter=50`, `per-byte=0.1`, `reset-before`, `reset-after`, `truncated`, `broken-json`, `wrong-content-type`,
         *     `empty`, `stale` and `duplicate`. Answers say which fault they come from in the same header.
         */
        put: operations["replaceFaults"];
        /** Let one more thing go wrong */
        post: operations["addFault"];
        /** Let all go well again */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/faults/{fault_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one fault */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the exchanges with the API
         * @description The account's last exchanges, oldest first, with secrets replaced. Those that no account could be found for are
         *     with the default account.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        /** Forget the exchanges */
        delete: operations["clearRequests"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/trigger/{event_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an event happen
         * @description About an entity that is named, or one that is built. Where the type tells of a state, the entity is moved there,
         *     with the dates that belong to it, so that the event and the API agree. What is built is announced too, in the
         *     order of a purchase: `customer.created`, `address.created`, then what refers to them.
         */
        post: operations["triggerEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/chaos/{notification_setting_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the destination. */
                notification_setting_id: string;
            };
            cookie?: never;
        };
        /** Read what goes wrong on the way to a destination */
        get: operations["getChaos"];
        /**
         * Let deliveries to a destination go wrong
         * @description Replaces what was set. An empty object lets all go well. Each fault counts how often it was applied.
         */
        put: operations["setChaos"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_paddock/secrets/{notification_setting_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a destination's secret
         * @description Until the old secret ends, deliveries carry a signature for each of the two.
         */
        post: operations["rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A state of the account to come back to.
         * @example {
         *       "name": "signed-up",
         *       "created_at": "2026-07-01T00:00:00.000Z"
         *     }
         */
        snapshot: {
            name: string;
            /**
             * Format: date-time
             * @description The account's time when it was taken.
             */
            created_at: string;
        };
        /**
         * @description One attempt to deliver.
         * @example {
         *       "id": "ntflog_01kpadd0ck000000000000000g",
         *       "notification_id": "ntf_01kpadd0ck000000000000000d",
         *       "notification_setting_id": "ntfset_01kpadd0ck000000000000000f",
         *       "destination": "http://127.0.0.1:3000/webhooks",
         *       "event_id": "evt_01kpadd0ck000000000000000c",
         *       "event_type": "customer.created",
         *       "attempt": 1,
         *       "attempted_at": "2026-07-01T00:00:01Z",
         *       "status": "delivered",
         *       "response_code": 200,
         *       "response_body": "OK",
         *       "signature": "ts=1782864000;h1=0f2b7c3de8e0b8f8a7d1f6a2a1c6f2b9f0e3a4d5c6b7a8990f1e2d3c4b5a6978",
         *       "chaos": []
         *     }
         */
        delivery: {
            id: string;
            notification_id: string;
            notification_setting_id: string;
            destination: string;
            event_id: string;
            event_type: string;
            /** @description 1 for the first. */
            attempt: number;
            /**
             * Format: date-time
             * @description On the account's clock.
             */
            attempted_at: string;
            /** @enum {string} */
            status: "delivered" | "failed";
            /** @description 0 where no answer came. */
            response_code: number;
            response_body: string;
            /** @description The Paddle-Signature header that was sent; `null` for email. */
            signature: string | null;
            /** @description What was made to go wrong. */
            chaos: string[];
        };
        /**
         * @description One exchange with the API, with secrets replaced by asterisks.
         * @example {
         *       "number": 1,
         *       "request_id": "7b0f1f0e-3c1f-4a53-8f0c-0f4d3a1c9f00",
         *       "received_at": "2026-07-01T00:00:00.000Z",
         *       "duration_ms": 0.412,
         *       "operation_id": "getCustomer",
         *       "params": {
         *         "customer_id": "ctm_01kpadd0ck000000000000000a"
         *       },
         *       "method": "GET",
         *       "url": "/customers/ctm_01kpadd0ck000000000000000a",
         *       "headers": {
         *         "authorization": "Bearer pdl_sdbx_apikey_01kpadd0ck0000000000000000_****"
         *       },
         *       "body": null,
         *       "fault": null,
         *       "status": 404,
         *       "response_headers": {
         *         "content-type": "application/json"
         *       },
         *       "response_body": null,
         *       "error_code": "not_found",
         *       "unexpected": null
         *     }
         */
        request: {
            /** @description Counts the account's exchanges, from 1. */
            number: number;
            request_id: string;
            /**
             * Format: date-time
             * @description On the account's clock.
             */
            received_at: string;
            /** @description From the request's head to its answer, in real milliseconds. */
            duration_ms: number;
            /** @description `null` for what the document does not have. */
            operation_id: string | null;
            /** @description Values of the path's parameters. */
            params: {
                [key: string]: string;
            };
            method: string;
            /** @description Path and query. */
            url: string;
            /** @description By their names in lower case. */
            headers: {
                [key: string]: string;
            };
            /** @description JSON; text where it is none; `null` where nothing was read. */
            body: unknown;
            /** @description ID of the fault that acted on it; `header` for one that it asked for itself. */
            fault: string | null;
            /** @description 0 where no answer went out. */
            status: number;
            response_headers: {
                [key: string]: string;
            };
            /** @description JSON, or `null` for none. */
            response_body: unknown;
            error_code: string | null;
            /** @description What in the request the document does not know, in a sentence. */
            unexpected: string | null;
        };
        /**
         * @description Something that goes wrong on purpose. Which requests it is for: all that is given has to fit. When: at most one of
         *     `first`, `nth`, `every` and `probability`, counted among the requests that it is for; without any, always. What it
         *     does: one act, or several that make sense together.
         * @example {
         *       "operation_id": "createCustomer",
         *       "first": 2,
         *       "error": "too_many_requests",
         *       "retry_after": 2
         *     }
         */
        fault: {
            /** @description Only requests for this operation, such as `createCustomer`. */
            operation_id?: string;
            /**
             * @description Only requests with this method.
             * @enum {string}
             */
            method?: "GET" | "POST" | "PATCH" | "DELETE";
            /** @description Only requests whose path fits this pattern. `*` stands for anything but a slash, `**` for anything. */
            path?: string;
            /** @description Only requests with this Paddle ID in their path. */
            entity_id?: string;
            /** @description Only requests with this header; without `value`, whatever its value is. */
            header?: {
                name: string;
                value?: string;
            };
            /** @description Acts on the first so many. */
            first?: number;
            /** @description Acts on this one only; 1 is the first. */
            nth?: number;
            /** @description Acts on each second, third or whichever. */
            every?: number;
            /** @description Acts at random. */
            probability?: number;
            /** @description What `probability` and `jitter_ms` are drawn by, the same for the same requests. 0 without it. */
            seed?: number;
            /**
             * @description Refuses the request with a code that Paddle publishes, or with 429, 500, 502, 503 or 540 and the code of that
             *     status. The request is not processed.
             */
            error?: string | number;
            /** @description Seconds to wait that the error tells of. 1 for `too_many_requests` without it, none for others. */
            retry_after?: number;
            /** @description Holds the answer back so many real milliseconds. What the request does is done before. */
            delay_ms?: number;
            /** @description At most so many milliseconds more, drawn at random. */
            jitter_ms?: number;
            /** @description So many milliseconds more for each byte of the answer's body. */
            delay_ms_per_byte?: number;
            /**
             * @description Resets the connection instead of answering, before the request is processed or after it was.
             * @enum {string}
             */
            reset?: "before" | "after";
            /**
             * @description Spoils the body of the answer: it breaks off in its midst, is whole but no JSON, is called `text/html`, or is
             *     empty with the status 200, where it was no error.
             * @enum {string}
             */
            body?: "truncated" | "broken_json" | "wrong_content_type" | "empty";
            /**
             * @description Answers a GET with each entity as it was before its last change. Lists filter by what is now.
             * @constant
             */
            stale?: true;
            /**
             * @description Processes a POST twice, one right after the other, and answers what came of the second.
             * @constant
             */
            duplicate?: true;
        };
        /**
         * @description A fault, and what came of it.
         * @example {
         *       "id": "fault_1",
         *       "fault": {
         *         "operation_id": "createCustomer",
         *         "first": 2,
         *         "error": 503
         *       },
         *       "matched": 3,
         *       "hits": 2
         *     }
         */
        "fault-state": {
            id: string;
            fault: components["schemas"]["fault"];
            /** @description How many requests it was for. */
            matched: number;
            /** @description How many it acted on. */
            hits: number;
        };
        /**
         * @description What goes wrong on the way to a destination. Deterministic, by the order of deliveries.
         * @example {
         *       "duplicate": true,
         *       "drop_first": 2
         *     }
         */
        chaos: {
            /** @description Each delivery is made twice. */
            duplicate?: boolean;
            /** @description Each notification is first tried this much later, on the account's clock. */
            delay_seconds?: number;
            /** @description Notifications are gathered by this number and sent last first. */
            reorder?: number;
            /** @description The first so many attempts are not sent, and count as failed. */
            drop_first?: number;
            /** @description Deliveries are signed with a secret that is not the destination's. */
            wrong_signature?: boolean;
            /** @description Deliveries are stamped an hour ago. */
            stale_timestamp?: boolean;
        };
    };
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
        /** @description The snapshot. */
        snapshot: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "name": "signed-up",
                 *       "created_at": "2026-07-01T00:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["snapshot"];
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
        /** @description The account's faults, in their order. */
        faults: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "faults": []
                 *     }
                 */
                "application/json": {
                    faults: components["schemas"]["fault-state"][];
                };
            };
        };
        /** @description What goes wrong, and how often it did. */
        chaos: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "chaos": {
                 *         "drop_first": 2
                 *       },
                 *       "applied": {
                 *         "drop_first": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    chaos: components["schemas"]["chaos"];
                    /** @description How often each fault was applied. */
                    applied: {
                        [key: string]: number;
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
                        code: "draining" | "forbidden" | "invalid_request" | "not_found" | "unsupported_media_type";
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
            503: components["responses"]["refused"];
            "4XX": components["responses"]["refused"];
        };
    };
    getOpenApiDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example account.yaml */
                file: "guide.json" | "guide.yaml" | "official.json" | "official.yaml" | "account.json" | "account.yaml" | "control.json" | "control.yaml";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0"
                     *     }
                     */
                    "application/json": Record<string, never>;
                    /** @example openapi: 3.1.0 */
                    "application/yaml": string;
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was counted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example paddock_requests_total{operation="getCustomer",status="200"} 12 */
                    "text/plain": string;
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
                    permissions?: ("address.read" | "address.write" | "adjustment.read" | "adjustment.write" | "api_key.read" | "balance_currency.read" | "balance_currency.write" | "business.read" | "business.write" | "checkout_domain.read" | "checkout_domain.write" | "checkout_settings.read" | "checkout_settings.write" | "client_token.read" | "client_token.write" | "currency_conversion.read" | "currency_conversion.write" | "customer.read" | "customer.write" | "customer_auth_token.write" | "customer_portal_session.write" | "discount.read" | "discount.write" | "metrics.read" | "notification.read" | "notification.write" | "notification_setting.read" | "notification_setting.write" | "notification_simulation.read" | "notification_simulation.write" | "payment_method.read" | "payment_method.write" | "price.read" | "price.write" | "product.read" | "product.write" | "report.read" | "report.write" | "statement_descriptor.read" | "statement_descriptor.write" | "subscription.read" | "subscription.write" | "subscription_history.read" | "tax_settings.read" | "tax_settings.write" | "transaction.read" | "transaction.write" | "verification.read")[];
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
                    customers?: {
                        [key: string]: unknown;
                    }[];
                    addresses?: {
                        [key: string]: unknown;
                    }[];
                    businesses?: {
                        [key: string]: unknown;
                    }[];
                    subscriptions?: {
                        [key: string]: unknown;
                    }[];
                    transactions?: {
                        [key: string]: unknown;
                    }[];
                    /** @description JSON as the API answered it. */
                    recorded?: unknown;
                    /** @description The text of a CSV file. */
                    csv?: string;
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
                     *       "subscriptions": 0,
                     *       "transactions": 0
                     *     }
                     */
                    "application/json": {
                        customers: number;
                        addresses: number;
                        businesses: number;
                        subscriptions: number;
                        transactions: number;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    registerDestination: {
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
                 *       "destination": "http://127.0.0.1:3000/webhooks",
                 *       "subscribed_events": [
                 *         "customer.created"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Where to send events to, http or https. `localhost` is the machine that the server runs on. */
                    destination: string;
                    /** @description Secret to sign them with. Without it, one is made. */
                    endpoint_secret_key?: string;
                    /** @description Event types to send. Without it, all there are. */
                    subscribed_events?: string[];
                    /**
                     * @description Whether to deliver events too that happened before, the last 1,000 of the account's log.
                     * @default false
                     */
                    past_events?: boolean;
                };
            };
        };
        responses: {
            /** @description The destination. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ntfset_01kpadd0ck000000000000000f",
                     *       "destination": "http://127.0.0.1:3000/webhooks",
                     *       "endpoint_secret_key": "pdl_ntfset_01kpadd0ck000000000000000f_9aYgNbCkWm3Tq7Xr5Zs1Vd8Ue2Pf6Hj4"
                     *     }
                     */
                    "application/json": {
                        /** @description Paddle ID of the notification setting. */
                        id: string;
                        destination: string;
                        endpoint_secret_key: string;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    importEntities: {
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
                 *       "csv": "email,name\nsam@example.com,Sam Miller\n"
                 *     }
                 */
                "application/json": {
                    /** @description The text of a CSV file. It may also be sent as it is, as `text/csv`. */
                    csv?: string;
                    /** @description JSON as the API answered it. */
                    recorded?: unknown;
                };
                /**
                 * @example email,name
                 *     sam@example.com,Sam Miller
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description How many entities were added, by kind, which were not, and what else was done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": {
                     *         "customers": 1,
                     *         "addresses": 0,
                     *         "businesses": 0,
                     *         "subscriptions": 0,
                     *         "transactions": 1
                     *       },
                     *       "refused": [
                     *         {
                     *           "row": 3,
                     *           "id": "ctm_01kpadd0ck0000000000000001",
                     *           "faults": [
                     *             {
                     *               "field": "email",
                     *               "reason": "is required"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "notes": [
                     *         {
                     *           "about": "transactions.ledger_id",
                     *           "rows": 1,
                     *           "note": "is not among the fields of the API, and was left out"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        accepted: {
                            customers: number;
                            addresses: number;
                            businesses: number;
                            subscriptions: number;
                            transactions: number;
                        };
                        refused: {
                            /** @description The line of a CSV file, or the number of the entity, from 1. */
                            row: number;
                            /** @description ID of the entity in the source; `null` where it has none. */
                            id: string | null;
                            faults: {
                                /** @description The field that does not fit; `null` where it is the whole. */
                                field: string | null;
                                reason: string;
                            }[];
                        }[];
                        /** @description What was done beside adding what the source says. */
                        notes: {
                            /** @description The kind, or the field of a kind. */
                            about: string;
                            rows: number;
                            note: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    listSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Snapshots by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "snapshots": [
                     *         {
                     *           "name": "signed-up",
                     *           "created_at": "2026-07-01T00:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        snapshots: components["schemas"]["snapshot"][];
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    takeSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Up to 64 letters, digits, dots, underscores and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["snapshot"];
            "4XX": components["responses"]["refused"];
        };
    };
    restoreSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Up to 64 letters, digits, dots, underscores and hyphens. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["snapshot"];
            "4XX": components["responses"]["refused"];
        };
    };
    removeSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Up to 64 letters, digits, dots, underscores and hyphens. */
                name: string;
            };
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
    forkAccount: {
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
                 *       "api_key": "pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockForkedAccount00_000"
                 *     }
                 */
                "application/json": {
                    /** @description A key that nobody has used. Without it, one is made. */
                    api_key?: string;
                };
            };
        };
        responses: {
            /** @description The other account's key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "api_key": "pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockForkedAccount00_000"
                     *     }
                     */
                    "application/json": {
                        api_key: string;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only attempts for this destination. */
                notification_setting_id?: string;
                /** @description Only attempts for events of this type. */
                event_type?: string;
                /** @description Only attempts that ended like this. */
                status?: "delivered" | "failed";
                /** @description How many attempts to show at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Attempts, and how many notifications still wait. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deliveries": [],
                     *       "waiting": 0
                     *     }
                     */
                    "application/json": {
                        deliveries: components["schemas"]["delivery"][];
                        /** @description Notifications that are due now or will be. */
                        waiting: number;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    settleDeliveries: {
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
                 *       "timeout_ms": 5000
                 *     }
                 */
                "application/json": {
                    /** @description How long to wait at most, in real milliseconds. 10,000 without it. */
                    timeout_ms?: number;
                };
            };
        };
        responses: {
            /** @description Whether all is settled, and what still waits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "settled": true,
                     *       "due": 0,
                     *       "later": 0
                     *     }
                     */
                    "application/json": {
                        settled: boolean;
                        /** @description Notifications that are due and were not delivered in time. */
                        due: number;
                        /** @description Notifications that will be tried again later. */
                        later: number;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    listFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["faults"];
            "4XX": components["responses"]["refused"];
        };
    };
    replaceFaults: {
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
                 *       "faults": [
                 *         {
                 *           "operation_id": "createCustomer",
                 *           "first": 2,
                 *           "error": 503
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    faults: components["schemas"]["fault"][];
                };
            };
        };
        responses: {
            200: components["responses"]["faults"];
            "4XX": components["responses"]["refused"];
        };
    };
    addFault: {
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
                 *       "operation_id": "createCustomer",
                 *       "nth": 1,
                 *       "reset": "after"
                 *     }
                 */
                "application/json": components["schemas"]["fault"];
            };
        };
        responses: {
            /** @description The fault. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["fault-state"];
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    clearFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. Answers that are held back stay so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["refused"];
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the fault. */
                fault_id: string;
            };
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
    listRequests: {
        parameters: {
            query?: {
                /** @description Only requests for this operation. */
                operation_id?: string;
                /** @description Only requests with this method. */
                method?: string;
                /** @description Only requests whose path begins like this. */
                path?: string;
                /** @description Only requests that were answered with one of these statuses; 4XX means all of that hundred. */
                status?: string[];
                /** @description Only the request with this ID. */
                request_id?: string;
                /** @description Only requests with this text in their URL or in one of the bodies, such as an entity's ID. */
                contains?: string;
                /** @description Only what the document does not know, or only what it does. */
                unexpected?: "true" | "false";
                /** @description Only requests behind the one with this number. */
                after?: number;
                /** @description How many requests to show at most; the last ones are shown. */
                limit?: number;
                /** @description `har` for an HTTP Archive, `curl` for a shell script, `typescript` for a program, each of which sends the requests again. */
                format?: "json" | "har" | "curl" | "typescript";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Exchanges, and how many there were in all, those that are kept no longer included. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requests": [],
                     *       "total": 0
                     *     }
                     */
                    "application/json": {
                        requests: components["schemas"]["request"][];
                        total: number;
                    };
                    /** @example #!/bin/sh */
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    clearRequests: {
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
    triggerEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The event type. */
                event_type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overrides": {
                 *         "name": "Sam Smith"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Paddle ID of the entity. Without it, one is built and added. For events that are not about customers
                     *     it may be the ID of a customer, who then owns all that is built.
                     */
                    entity_id?: string;
                    /** @description Fields of the entity to set first. */
                    overrides?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "event_id": "evt_01kpadd0ck000000000000000c",
                     *       "event_type": "customer.updated",
                     *       "occurred_at": "2026-07-01T00:00:00Z",
                     *       "data": {
                     *         "id": "ctm_01kpadd0ck0000000000000001",
                     *         "name": "Sam Smith",
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
                    "application/json": {
                        event_id: string;
                        event_type: string;
                        /** Format: date-time */
                        occurred_at: string;
                        data: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
    getChaos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the destination. */
                notification_setting_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["chaos"];
            "4XX": components["responses"]["refused"];
        };
    };
    setChaos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the destination. */
                notification_setting_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "duplicate": true,
                 *       "drop_first": 2
                 *     }
                 */
                "application/json": components["schemas"]["chaos"];
            };
        };
        responses: {
            200: components["responses"]["chaos"];
            "4XX": components["responses"]["refused"];
        };
    };
    rotateSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Paddle ID of the destination. */
                notification_setting_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overlap_seconds": 3600
                 *     }
                 */
                "application/json": {
                    /** @description How long the old secret goes on, on the account's clock. 86,400 without it. */
                    overlap_seconds?: number;
                };
            };
        };
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint_secret_key": "pdl_ntfset_01kpadd0ck000000000000000f_9aYgNbCkWm3Tq7Xr5Zs1Vd8Ue2Pf6Hj4"
                     *     }
                     */
                    "application/json": {
                        endpoint_secret_key: string;
                    };
                };
            };
            "4XX": components["responses"]["refused"];
        };
    };
}
